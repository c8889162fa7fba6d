/**
 * The one place where a document is put together. What the law of secrecy asks is kept here and nowhere else: the reporter's name reaches a document
 * only of a kind that may carry it, and never when the identity is secret (UU 37/2008 Pasal 24 ayat (2); PO 48/2020 Pasal 25). What drafters type
 * is looked through before sealing (`passages.ts`); a test composes every kind for a secret case and searches what comes out.
 */
import type { Day, Moment, Zone } from '../../../kernel/time.ts';
import type { CaseRuleSet, Parameter, ParameterRule } from '../../../law/index.ts';
import type { Addressee } from './document.ts';
import { tellLimit } from './due-words.ts';
import type { Field, KindData } from './kind-data.ts';
import { type DocumentKind, documentKind } from './kinds.ts';
import type { LetterContent, LetterPart } from './letter-content.ts';
import { dayIn, letterDay, letterTime, letterWeekday } from './letter-days.ts';
import { inProcedure } from './procedure-words.ts';
import { citeFor, type DocumentTemplate, fill, namesIn, type TemplatePart } from './template.ts';

/** What a document may say of the file it belongs to. There is no place in it for a reporter. */
export interface FileFacts {
  /** How letters name it: `Laporan Masyarakat Nomor 0123/LM/III/2026/DPS`. */
  readonly reference: string;
  readonly title: string;
  readonly registeredOn: Day | null;
  readonly secret: boolean;
  /** The procedure it was opened under; `null` for files that keep none. */
  readonly ruleSet: CaseRuleSet | null;
  readonly zone: Zone;
  readonly office: { readonly name: string; readonly city: string; readonly isRoot: boolean };
  readonly respondents: readonly { readonly position: string; readonly agency: string }[];
  readonly isExample: boolean;
}

/** An addressee with the names of its agency and officer. */
export interface NamedAddressee extends Addressee {
  readonly agencyName: string | null;
  readonly personName: string | null;
}

export interface LetterOrder {
  readonly kind: DocumentKind;
  readonly template: DocumentTemplate;
  readonly facts: FileFacts;
  readonly fields: Readonly<Record<string, string>>;
  /** The addressee first, then those who get a copy. */
  readonly recipients: readonly NamedAddressee[];
  readonly signatory: LetterContent['signatory'];
  /** Looked up only for kinds that may carry it. */
  readonly reporterName: string | null;
  readonly number: string | null;
  readonly at: Moment;
  readonly on: Day;
  readonly limit: (rule: ParameterRule) => Pick<Parameter, 'value' | 'unit' | 'basis'>;
}

const NATURES: Readonly<Record<KindData['nature'], string>> = { ordinary: 'Biasa', urgent: 'Segera', confidential: 'Rahasia' };

/** @throws when the template asks for something the kind does not know: a fault of the data, ruled out by its test */
export function composeLetter(order: LetterOrder): LetterContent {
  const { kind, template, facts, fields } = order;
  const data = documentKind(kind);
  const reporter = reporterOn(data, order);
  const value = valueFor(order, data, reporter);
  return {
    form: data.form,
    number: order.number,
    kindLabel: inProcedure(data.label.id, facts.ruleSet),
    templateVersion: template.version,
    letterhead: letterhead(facts.office),
    place: facts.office.city,
    on: order.on.toString(),
    at: order.at.toString(),
    nature: NATURES[data.nature],
    subject: fill(template.subject, value),
    addressee: order.recipients.slice(0, 1).flatMap((one) => linesOf(one, facts, reporter.isNamed ? reporter.words : null)),
    parts: template.parts.flatMap((part) => setPart(part, data, fields, value)),
    signatory: order.signatory,
    copies: order.recipients.slice(1).map((one) => linesOf(one, facts, null).join(', ')),
    basis: distinct(template.basis, facts.ruleSet),
    isExample: facts.isExample,
  };
}

/** How the reporter is called on this document. */
function reporterOn(data: KindData, { facts, fields, reporterName }: LetterOrder): { words: string; isNamed: boolean } {
  if (facts.secret) return { words: 'Pelapor (identitas dirahasiakan)', isNamed: false };
  const mayBeNamed = data.reporterName === 'unless-secret' && fields.withName === 'yes' && reporterName !== null;
  return mayBeNamed ? { words: `${reporterName} (Pelapor)`, isNamed: true } : { words: 'Pelapor', isNamed: false };
}

function letterhead(office: FileFacts['office']): readonly string[] {
  if (office.isRoot) return ['OMBUDSMAN REPUBLIK INDONESIA'];
  return ['OMBUDSMAN REPUBLIK INDONESIA', office.name.replace(/^Ombudsman RI /, '').toUpperCase()];
}

function linesOf(one: NamedAddressee, facts: FileFacts, reporter: string | null): readonly string[] {
  if (one.kind === 'reporter') return reporter ? [reporter] : [`Pelapor pada ${facts.reference}`];
  return [one.personName, one.position, one.agencyName ?? one.name].filter((text) => text !== null && text !== '') as string[];
}

function valueFor(order: LetterOrder, data: KindData, reporter: { words: string }): (name: string) => string | undefined {
  const { facts, fields, limit } = order;
  return (name) => {
    if (name.startsWith('due:')) return tellLimit(limit(name.slice('due:'.length) as ParameterRule));
    const known = commonValues(order, reporter)[name];
    if (known !== undefined) return known;
    const field = data.fields.find((one) => one.name === name);
    return field && typed(field, fields[name] ?? '', facts.zone);
  };
}

function commonValues({ facts, number, on }: LetterOrder, reporter: { words: string }): Readonly<Record<string, string>> {
  return {
    file: facts.reference,
    title: facts.title,
    respondents: joined(
      facts.respondents.map(({ position, agency }) => (position === '' ? agency : `${position} pada ${agency}`)),
    ),
    office: facts.office.name,
    reporter: reporter.words,
    registered: facts.registeredOn ? letterDay(facts.registeredOn) : 'belum dicatat',
    today: letterWeekday(on),
    number: number ?? '(diberikan saat disegel)',
    // The name of the report of an examination changed with PO 58/2023.
    lhp: inProcedure('Laporan Hasil Pemeriksaan', facts.ruleSet),
  };
}

/** Names that every template may use; the test of the templates asks it. */
export const COMMON_NAMES = [
  'file',
  'title',
  'respondents',
  'office',
  'reporter',
  'registered',
  'today',
  'number',
  'lhp',
] as const;

const joined = (parts: readonly string[]): string => {
  if (parts.length === 0) return 'Terlapor yang belum ditetapkan';
  return parts.length === 1 ? (parts[0] as string) : `${parts.slice(0, -1).join(', ')} dan ${parts.at(-1)}`;
};

/** A field within a sentence. */
function typed(field: Field, value: string, zone: Zone): string {
  const day = field.type === 'day' ? dayIn(value) : undefined;
  if (day) return letterWeekday(day);
  if (field.type === 'time' && value !== '') return letterTime(value, zone);
  return oneLine(value);
}

const oneLine = (value: string) => value.replaceAll(/\s+/g, ' ').trim();

/** What was typed one a line. */
export const listItems = (value: string): readonly string[] =>
  value
    .split('\n')
    .map(oneLine)
    .filter((item) => item !== '');

const paragraphs = (value: string): readonly string[] =>
  value
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

function setPart(
  part: TemplatePart,
  data: KindData,
  fields: Readonly<Record<string, string>>,
  value: (name: string) => string | undefined,
): readonly LetterPart[] {
  const isEmpty = (name: string) =>
    data.fields.some((one) => one.name === name && one.optional) && (fields[name] ?? '').trim() === '';
  if (typeof part === 'string') return namesIn(part).some(isEmpty) ? [] : [{ part: 'paragraph', text: fill(part, value) }];
  if ('signatures' in part) return [{ part: 'signatures', roles: part.signatures.map((role) => fill(role, value)) }];
  if ('facts' in part) {
    const rows = part.facts.filter(([, text]) => !namesIn(text).some(isEmpty));
    return [{ part: 'facts', rows: rows.map(([name, text]) => ({ name, value: fill(text, value) })) }];
  }
  if ('list' in part) {
    const items = listItems(fields[part.list] ?? '');
    if (items.length === 0) return [];
    return [
      ...headingOf(part),
      ...(part.lead ? [{ part: 'paragraph' as const, text: fill(part.lead, value) }] : []),
      { part: 'list', items },
    ];
  }
  if ('typed' in part) {
    const said = paragraphs(fields[part.typed] ?? '');
    return said.length === 0 ? [] : [...headingOf(part), ...said.map((text) => ({ part: 'paragraph' as const, text }))];
  }
  return [{ part: 'heading', text: part.heading }];
}

function headingOf({ heading }: { readonly heading?: string }): readonly LetterPart[] {
  return heading === undefined ? [] : [{ part: 'heading', text: heading }];
}

const distinct = (bases: DocumentTemplate['basis'], ruleSet: CaseRuleSet | null): readonly string[] => [
  ...new Set(bases.map((basis) => citeFor(basis, ruleSet))),
];
