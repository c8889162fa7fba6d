import { describe, expect, test } from 'vitest';
import { isParameterRule } from '../../../law/index.ts';
import { COMMON_NAMES } from '../../rules/documents/compose-letter.ts';
import { ALL_DOCUMENT_KINDS, documentKind } from '../../rules/documents/kinds.ts';
import { namesIn, newestTemplate, type TemplatePart } from '../../rules/documents/template.ts';
import { DOCUMENT_TEMPLATES } from './templates.ts';

const namesOf = (part: TemplatePart): readonly string[] => {
  if (typeof part === 'string') return namesIn(part);
  if ('facts' in part) return part.facts.flatMap(([, value]) => namesIn(value));
  if ('list' in part) return [part.list, ...namesIn(part.lead ?? '')];
  if ('typed' in part) return [part.typed];
  if ('signatures' in part) return part.signatures.flatMap(namesIn);
  return [];
};

describe('the wording of documents', () => {
  test('there is one of each kind, and no two have the same kind and version', () => {
    expect(ALL_DOCUMENT_KINDS.length).toBeGreaterThanOrEqual(27);
    for (const kind of ALL_DOCUMENT_KINDS) expect(newestTemplate(DOCUMENT_TEMPLATES, kind).parts.length, kind).toBeGreaterThan(1);
    const keys = DOCUMENT_TEMPLATES.map(({ kind, version }) => `${kind} ${version}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each(DOCUMENT_TEMPLATES.map((one) => [`${one.kind} ${one.version}`, one] as const))(
    '%s asks for nothing that its kind does not have, and prints everything that is typed',
    (_name, template) => {
      const kind = documentKind(template.kind);
      const fields = kind.fields.map(({ name }) => name);
      const asked = [...namesIn(template.subject), ...template.parts.flatMap(namesOf)];
      for (const name of asked) {
        const isKnown = name.startsWith('due:') ? isParameterRule(name.slice(4)) : [...COMMON_NAMES, ...fields].includes(name);
        expect(isKnown, name).toBe(true);
      }
      const printed = fields.filter((name) => name !== 'withName');
      expect(printed.filter((name) => !asked.includes(name))).toEqual([]);
      expect(template.basis.length).toBeGreaterThan(0);
    },
  );

  test('tells the limit of every clock that its receipt starts', () => {
    for (const kind of ALL_DOCUMENT_KINDS) {
      const asked = newestTemplate(DOCUMENT_TEMPLATES, kind).parts.flatMap(namesOf);
      for (const { rule } of documentKind(kind).onReceived) expect(asked, kind).toContain(`due:${rule}`);
    }
  });
});
