/** The canary of this area: whoever reported in secret is found on no paper, of no kind, by no spelling. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Officer } from '../../../kernel/actor.ts';
import { has, judge } from '../../../platform/documents/testing/outside-tools.ts';
import { readSealed } from '../../../platform/files/seal.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { castOf } from '../../cast.test-support.ts';
import { ALL_DOCUMENT_KINDS, type DocumentKind, documentKind } from '../../rules/documents/kinds.ts';
import { composeDocument, signatoryOf } from './compose-document.ts';
import { addresseesFor, caseInExamination, must, reviewedDraft, SECRET, TRACES, typedFor } from './documents.test-support.ts';
import { draftDocument, reviewDocument } from './draft-document.ts';
import { openSubject } from './opened-subject.ts';
import { sealDocument } from './seal-document.ts';

let t: TestDatabase;
let everybody: readonly Officer[];
let examiner: Officer;
beforeAll(async () => {
  t = await testDatabase();
  const who = await castOf(t);
  const names = ['verifier', 'examiner', 'secondExaminer', 'resolver', 'preventer', 'counter', 'head', 'chair'] as const;
  everybody = await Promise.all(names.map((name) => who(name)));
  examiner = await who('examiner');
});
afterAll(() => t.close());

/** Somebody of the cast for whom the step works. */
async function firstWho<T>(
  step: (actor: Officer) => Promise<{ ok: true; value: T } | { ok: false; refusal: unknown }>,
): Promise<T> {
  const refusals: unknown[] = [];
  for (const actor of everybody) {
    const done = await step(actor);
    if (done.ok) return done.value;
    refusals.push(done.refusal);
  }
  throw new Error(`nobody may: ${JSON.stringify(refusals)}`);
}

const traceIn = (text: string) =>
  TRACES.filter((trace) => text.toLowerCase().replaceAll(/\s+/g, ' ').includes(trace.toLowerCase()));

/** Subjects of reviews and plenaries alone have no reporter. */
const OF_CASES = ALL_DOCUMENT_KINDS.filter((kind) => documentKind(kind).subjects.includes('case'));

test('every kind of document of a case is looked at', () => {
  expect(OF_CASES.length).toBeGreaterThanOrEqual(27);
});

test.each(OF_CASES)('%s of a secret case, sealed by who may, tells nothing of the reporter', async (kind: DocumentKind) => {
  const file = await caseInExamination(t, examiner, { secret: true });
  const subject = { kind: 'case', id: file.id } as const;
  // `typedFor` ticks "print the name of the reporter" where a kind offers it.
  const order = { subject, kind, fields: typedFor(kind), addressees: await addresseesFor(t, kind) };
  const drafted = await firstWho((actor) => draftDocument(t.tools, actor, order));
  const ready =
    documentKind(kind).reviews.length === 0
      ? drafted
      : await firstWho((actor) => reviewDocument(t.tools, actor, { documentId: drafted.id, revision: drafted.revision }));
  const one = await firstWho((actor) =>
    sealDocument(t.tools, actor, { documentId: ready.id, revision: ready.revision, looked: true }),
  );
  expect(one.state).toBe('sealed');
  expect(traceIn(JSON.stringify(one.content))).toEqual([]);
  const pdf = await readSealed(t.tools, one.file?.key ?? '');
  expect(traceIn(pdf.toString('latin1'))).toEqual([]);
  if (has('pdftotext')) {
    const text = judge('pdftotext', pdf, '-layout', '$', '-');
    expect(text).toContain(one.number ?? 'no number');
    expect(traceIn(text)).toEqual([]);
  }
});

test.each(OF_CASES)(
  '%s cannot be made to name the reporter of a secret case by whoever composes it',
  async (kind: DocumentKind) => {
    const file = await caseInExamination(t, examiner, { secret: true });
    const opened = await openSubject(t.db, { kind: 'case', id: file.id });
    if (!opened) throw new Error('no subject');
    const draft = await firstWho(async (actor) =>
      draftDocument(t.tools, actor, {
        subject: opened.subject,
        kind,
        fields: typedFor(kind),
        addressees: await addresseesFor(t, kind),
      }),
    );
    const signatory = signatoryOf(everybody[0] as Officer, opened, kind);
    const content = await composeDocument(t.tools, t.db, draft, opened, {
      number: null,
      signatory,
      // A caller that forgot to ask.
      reporterName: SECRET.name,
      at: t.tools.clock.now(),
    });
    expect(traceIn(JSON.stringify(content))).toEqual([]);
  },
);

test('the name stands on an agreement of a case that is not secret, when it is asked for: the search above can find it', async () => {
  const file = await caseInExamination(t, examiner, { secret: false });
  const hands = { drafter: examiner, reviewer: everybody[2] as Officer, sealer: everybody[6] as Officer };
  const addressees = await addresseesFor(t, 'agreement');
  const asked = await reviewedDraft(t, file, 'agreement', hands, { addressees });
  const named = must(await sealDocument(t.tools, hands.sealer, { documentId: asked.id, revision: asked.revision, looked: true }));
  expect(traceIn(JSON.stringify(named.content))).toContain(SECRET.name);
  if (has('pdftotext')) {
    expect(traceIn(judge('pdftotext', await readSealed(t.tools, named.file?.key ?? ''), '$', '-'))).toContain(SECRET.name);
  }
  const { withName: _withName, ...fields } = typedFor('agreement');
  const plain = await reviewedDraft(t, file, 'agreement', hands, { addressees, fields });
  const unnamed = must(
    await sealDocument(t.tools, hands.sealer, { documentId: plain.id, revision: plain.revision, looked: true }),
  );
  expect(traceIn(JSON.stringify(unnamed.content))).toEqual([]);
});
