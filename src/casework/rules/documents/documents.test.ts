import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { positionKind } from '../../../directory/index.ts';
import type { Officer } from '../../../kernel/actor.ts';
import { Temporal } from '../../../kernel/time.ts';
import { DOCUMENT_TEMPLATES } from '../../data/documents/templates.ts';
import { composeLetter, type FileFacts, type LetterOrder, listItems } from './compose-letter.ts';
import { DOCUMENT_STATES, DOCUMENT_TRANSITIONS, type DocumentState } from './document.transitions.ts';
import type { CaseDocument, Recipient } from './document.ts';
import { tellLimit } from './due-words.ts';
import { ALL_DOCUMENT_KINDS, type DocumentKind, documentKind } from './kinds.ts';
import { textsOf } from './letter-content.ts';
import { excerptOf } from './passages.ts';
import { addressedTo, mayAct, mayDraft, type Reach, sealAction } from './permissions.ts';
import { inProcedure } from './procedure-words.ts';
import { readFields } from './read-fields.ts';
import { fill, newestTemplate } from './template.ts';

const FACTS: FileFacts = {
  reference: 'Laporan Masyarakat Nomor 0001/LM/III/2026/DPS',
  title: 'Surat rujukan tidak diberikan (contoh)',
  registeredOn: Temporal.PlainDate.from('2026-03-02'),
  secret: false,
  ruleSet: 'PO 58/2023',
  zone: 'Asia/Makassar',
  office: { name: 'Ombudsman RI Perwakilan Bali', city: 'Denpasar', isRoot: false },
  respondents: [{ position: 'Kepala Dinas Kesehatan', agency: 'Dinas Kesehatan Kabupaten Klungkung' }],
  isExample: true,
};
const at = Temporal.Instant.from('2026-03-17T02:00:00Z');
const REPORTER = 'Made Pelapor Contoh';

function order(kind: DocumentKind, more: Partial<LetterOrder> = {}): LetterOrder {
  const fields: Record<string, string> = {};
  for (const { name, type } of documentKind(kind).fields) {
    fields[name] = {
      line: 'Isian',
      text: 'Alinea satu.\n\nAlinea dua.',
      list: 'Satu\nDua',
      day: '2026-03-25',
      time: '10:00',
      yes: 'yes',
    }[type];
  }
  return {
    kind,
    template: newestTemplate(DOCUMENT_TEMPLATES, kind),
    facts: FACTS,
    fields,
    recipients: [],
    signatory: { position: 'Kepala Perwakilan Bali', name: 'Surya Kepala (contoh)' },
    reporterName: null,
    number: '0001/X/III/2026/DPS',
    at,
    on: Temporal.PlainDate.from('2026-03-17'),
    limit: () => ({ value: 14, unit: 'day', basis: { regulation: 'uu-37-2008', place: 'Pasal 33' } }),
    ...more,
  };
}

describe('a composed document', () => {
  test.each(ALL_DOCUMENT_KINDS)('%s is put together from what its kind asks for, with nothing left open', (kind) => {
    const texts = textsOf(composeLetter(order(kind)));
    expect(texts.length).toBeGreaterThan(5);
    for (const text of texts) expect(text).not.toMatch(/\{[a-z]|undefined|null/);
  });

  test('cites the procedure its file was opened under, and calls the report by its name of then', () => {
    const now = composeLetter(order('findings-report'));
    expect([now.subject, now.basis.join('; ')]).toEqual(['Laporan Hasil Pemeriksaan', 'UU 37/2008; PO 58/2023 Pasal 54']);
    const then = composeLetter(order('findings-report', { facts: { ...FACTS, ruleSet: 'PO 26/2017' } }));
    expect(then.subject).toBe('Laporan Akhir Hasil Pemeriksaan');
    expect([now.kindLabel, then.kindLabel]).toEqual([
      'Laporan Hasil Pemeriksaan (LHP)',
      'Laporan Akhir Hasil Pemeriksaan (LAHP)',
    ]);
    expect(then.basis.join('; ')).toBe('UU 37/2008; PO 26/2017 sebagaimana diubah dengan PO 48/2020 Pasal 25');
  });

  test.each(ALL_DOCUMENT_KINDS)('%s of a case under PO 26/2017 says LAHP wherever our words name the report', (kind) => {
    const then = composeLetter(order(kind, { facts: { ...FACTS, ruleSet: 'PO 26/2017' } }));
    const said = [then.kindLabel, ...textsOf(then)];
    for (const text of said) expect(text).not.toMatch(/\bLHP\b|Laporan Hasil Pemeriksaan/);
    const { series, label, fields } = documentKind(kind);
    for (const text of [series, label.id, label.en, ...fields.flatMap((field) => [field.label.id, field.label.en])]) {
      expect(inProcedure(text, 'PO 58/2023')).toBe(text);
      expect(inProcedure(text, 'PO 26/2017')).not.toMatch(/\bLHP\b|Laporan Hasil Pemeriksaan/);
    }
  });

  test('leaves out what was optional and left empty', () => {
    const { fields } = order('refusal-notice');
    const texts = textsOf(composeLetter(order('refusal-notice', { fields: { ...fields, elsewhere: '' } })));
    expect(texts).not.toContain('Ke mana Anda dapat berpaling');
  });

  test('names the reporter only where the kind allows it, it was asked for, and the identity is not secret', () => {
    const named = ALL_DOCUMENT_KINDS.filter((kind) =>
      textsOf(composeLetter(order(kind, { reporterName: REPORTER }))).some((text) => text.includes(REPORTER)),
    );
    expect(named.toSorted()).toEqual(['agreement', 'session-minutes']);
    for (const kind of ALL_DOCUMENT_KINDS) {
      const secret = composeLetter(order(kind, { reporterName: REPORTER, facts: { ...FACTS, secret: true } }));
      expect(JSON.stringify(secret), kind).not.toContain(REPORTER);
      const unasked = composeLetter(order(kind, { reporterName: REPORTER, fields: { ...order(kind).fields, withName: '' } }));
      expect(JSON.stringify(unasked), kind).not.toContain(REPORTER);
    }
  });

  test('what is typed and looks like a place-holder stays as it is', () => {
    const { fields } = order('clarification-request');
    const content = composeLetter(
      order('clarification-request', { fields: { ...fields, ground: 'Menurut {reporter} dan {f}.' } }),
    );
    expect(textsOf(content)).toContain('Menurut {reporter} dan {f}.');
    expect(fill('{a}', () => '{b}')).toBe('{b}');
    expect(() => fill('{missing}', () => undefined)).toThrow();
  });
});

describe('a limit in a letter', () => {
  test('cites the law, and never a law for a number of ours', () => {
    expect(tellLimit({ value: 30, unit: 'hk', basis: { regulation: 'po-58-2023', place: 'Pasal 54' } })).toBe(
      '30 (tiga puluh) hari kerja sejak surat ini diterima (PO 58/2023 Pasal 54)',
    );
    expect(tellLimit({ value: 11, unit: 'day', basis: { decision: '0022' } })).toBe(
      '11 hari sejak surat ini diterima (tenggat yang ditetapkan kantor ini)',
    );
  });
});

describe('the life of a document', () => {
  test('every state is reached from the draft, and nothing leaves what was replaced or thrown away', () => {
    const reached = new Set<DocumentState>(['draft']);
    for (let before = 0; before !== reached.size; ) {
      before = reached.size;
      for (const { from, to } of DOCUMENT_TRANSITIONS) if (reached.has(from)) reached.add(to);
    }
    expect([...reached].toSorted()).toEqual([...DOCUMENT_STATES].toSorted());
    for (const end of ['superseded', 'discarded'] as const) {
      expect(DOCUMENT_TRANSITIONS.filter(({ from }) => String(from) === end)).toEqual([]);
    }
  });

  test('the README draws it as it is', () => {
    const edges = new Map<string, string[]>();
    for (const { from, to, action } of DOCUMENT_TRANSITIONS) {
      const edge = `${from} --> ${to}`;
      edges.set(edge, [...(edges.get(edge) ?? []), action]);
    }
    const picture = [...edges].map(([edge, actions]) => `  ${edge}: ${actions.join(', ')}`).join('\n');
    expect(readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8')).toContain(picture);
  });

  test('what is sealed is never a draft again', () => {
    const sealed: readonly string[] = ['numbered', 'sealed', 'sent', 'undelivered', 'received', 'superseded'];
    for (const { from, to } of DOCUMENT_TRANSITIONS) if (sealed.includes(from)) expect(sealed).toContain(to);
  });
});

const officer = (kind: Parameters<typeof positionKind>[0], agencyId = 'office', personId = `${kind}-1`): Officer => ({
  kind: 'officer',
  personId,
  name: kind,
  positions: [
    {
      positionId: `p-${kind}`,
      kind,
      agencyId,
      governmentId: 'gov',
      agencyPath: ['gov', agencyId],
      capabilities: positionKind(kind).capabilities,
      regionCode: null,
    },
  ],
});
const reachOf = (actor: Officer, isOnTeam = true): Reach => ({
  kind: 'case',
  sees: true,
  holds: (capability) => actor.positions.some(({ capabilities }) => capabilities.includes(capability)),
  isOnTeam,
});
const document = (more: Partial<CaseDocument>): CaseDocument =>
  ({
    direction: 'out',
    kind: 'clarification-request',
    state: 'draft',
    editedBy: 'somebody',
    recipients: [{}],
    deliveries: [],
    ...more,
  }) as CaseDocument;

describe('who may', () => {
  test('an examiner drafts only where they are on the team, and reviews nothing they wrote last', () => {
    const examiner = officer('ombudsman-assistant');
    expect(mayDraft(reachOf(examiner), 'clarification-request')).toBe(true);
    expect(mayDraft(reachOf(examiner, false), 'clarification-request')).toBe(false);
    expect(mayAct(reachOf(examiner), examiner, document({}), 'review')).toBe('yes');
    expect(mayAct(reachOf(examiner), examiner, document({ editedBy: examiner.personId }), 'review')).toBe('not-yours');
  });

  test('a kind that somebody reviews is not sealed unreviewed, and each kind has somebody to draft and to seal it', () => {
    const head = officer('ombudsman-head');
    expect(mayAct(reachOf(head), head, document({}), 'seal-unreviewed')).toBe('not-now');
    expect(mayAct(reachOf(head), head, document({ state: 'reviewed' }), 'seal')).toBe('yes');
    const kinds = [
      'ombudsman-head',
      'ombudsman-assistant',
      'report-verifier',
      'resolution-assistant',
      'prevention-assistant',
    ] as const;
    const everybody = kinds.map((kind) => officer(kind));
    for (const kind of ALL_DOCUMENT_KINDS) {
      const [subject] = documentKind(kind).subjects;
      const reach = (actor: Officer): Reach => ({ ...reachOf(actor), kind: subject ?? 'case' });
      expect(
        everybody.some((actor) => mayDraft(reach(actor), kind)),
        kind,
      ).toBe(true);
      const ready = document({ kind, state: sealAction(kind) === 'seal' ? 'reviewed' : 'draft' });
      // The chair alone seals recommendations: the head of an office has the capability, its agency decides (`Reach.holds`).
      expect(
        everybody.some((actor) => mayAct(reach(actor), actor, ready, sealAction(kind)) === 'yes'),
        kind,
      ).toBe(true);
    }
  });

  test('what stays in the file is not sent, what came in is not acted on', () => {
    const head = officer('ombudsman-head');
    expect(mayAct(reachOf(head), head, document({ state: 'sealed', recipients: [] }), 'send')).toBe('not-now');
    expect(mayAct(reachOf(head), head, document({ direction: 'in', kind: 'answer', state: 'received' }), 'supersede')).toBe(
      'not-now',
    );
  });

  test('a letter is read by who answers for its office or above it, and by the officer it is meant for; not beside, not below', () => {
    const one = (more: Partial<Recipient>): Recipient => ({
      no: 1,
      kind: 'respondent',
      agencyId: 'opd',
      agencyPath: ['gov', 'opd'],
      position: '',
      personId: null,
      name: '',
      ...more,
    });
    const letter = { recipients: [one({})] };
    expect(addressedTo(letter, officer('liaison-officer', 'opd'))).toHaveLength(1);
    expect(addressedTo(letter, officer('agency-coordinator', 'gov'))).toHaveLength(1);
    expect(addressedTo(letter, officer('liaison-officer', 'other'))).toEqual([]);
    expect(addressedTo(letter, officer('regional-leader', 'gov'))).toEqual([]);
    expect(
      addressedTo({ recipients: [one({ agencyPath: ['gov'], agencyId: 'gov' })] }, officer('liaison-officer', 'opd')),
    ).toEqual([]);
    expect(addressedTo({ recipients: [one({ personId: 'regional-leader-1' })] }, officer('regional-leader', 'gov'))).toHaveLength(
      1,
    );
  });
});

describe('what is typed', () => {
  test('tells every fault at once, and forgives what a draft still lacks', () => {
    const typed = { heldOn: '2026-02-31', heldAt: '25:00', place: 'x'.repeat(301) };
    const { faults } = readFields('summons-1', typed, 'whole');
    expect(faults.map(({ field, fault }) => `${field} ${fault}`)).toEqual([
      'heldOn day',
      'heldAt time',
      'place long',
      'about missing',
    ]);
    expect(readFields('summons-1', {}, 'draft').faults).toEqual([]);
    expect(readFields('summons-1', { heldAt: '9.30' }, 'draft').fields.heldAt).toBe('09:30');
  });

  test('lists are lines, and passages are shown with what stands around them', () => {
    expect(listItems(' Satu \n\n Dua  tiga\n')).toEqual(['Satu', 'Dua tiga']);
    expect(excerptOf('Telepon kantor ada di nomor 0361-222333 setiap hari kerja.', { start: 28, end: 39 })).toContain(
      '0361-222333',
    );
  });
});
