/** Looks through what was typed before a document is sealed: may it give somebody away? Which passages are told; what they repeat is not. */
import { type Repeat, repeatsOfReporter, scanPersonalData } from '../../../identity/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { CaseDocument } from '../../rules/documents/document.ts';
import { type DocumentKind, documentKind } from '../../rules/documents/kinds.ts';
import { excerptOf, type Passage } from '../../rules/documents/passages.ts';
import type { OpenedSubject } from './opened-subject.ts';

/** In the order of the fields; the title of the case and the offices addressed are looked through too, they are printed as well. */
export async function passagesOf(
  tools: Tools,
  tx: Tx,
  document: CaseDocument,
  opened: OpenedSubject,
): Promise<readonly Passage[]> {
  const typed = documentKind(document.kind as DocumentKind)
    .fields.map(({ name }) => [name, document.fields[name] ?? ''] as const)
    .filter(([, text]) => text !== '');
  const printed = document.recipients.flatMap(({ position, name }) => [position, name]).filter((text) => text !== '');
  const parts: readonly (readonly [field: string, text: string])[] = [
    ...typed,
    ...printed.map((text) => ['addressee', text] as const),
    ['title', opened.facts.title],
  ];
  const texts = parts.map(([, text]) => text);
  const repeats: Repeat[][] = texts.map(() => []);
  for (const caseId of opened.secretCaseIds) {
    for (const [index, found] of (await repeatsOfReporter(tools, tx, caseId, texts)).entries()) repeats[index]?.push(...found);
  }
  return parts.flatMap(([field, text], index) => {
    const ofReporter = (repeats[index] ?? []).map((span): Passage => {
      const kind = span.what === 'whole' ? 'reporter' : 'reporter-word';
      return { field, kind, excerpt: excerptOf(text, span), certain: span.what === 'whole' };
    });
    // Offices and the title are not what the drafter typed here: of them only what points to the reporter counts.
    const guesses = field === 'title' || field === 'addressee' ? [] : scanPersonalData(text);
    const isTold = ({ start, end }: { start: number; end: number }) =>
      (repeats[index] ?? []).some((span) => span.start < end && start < span.end);
    return [
      ...ofReporter,
      ...guesses
        .filter((span) => !isTold(span))
        .map((span): Passage => ({ field, kind: span.kind, excerpt: excerptOf(text, span), certain: false })),
    ];
  });
}
