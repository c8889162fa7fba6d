/** The sheet of a ceremony on paper: running order, then each agreement with its signatories and witnesses in their order. */
import { zoneAbbreviation } from '../../../kernel/time.ts';
import type { Block, Document } from '../../../platform/documents/index.ts';
import { type Agreement, partyOf } from '../../rules/agreement.ts';
import { AGREEMENT_KINDS } from '../../rules/kinds.ts';
import type { Ceremony } from '../../rules/signing/ceremony.ts';
import { writtenWeekday } from '../../rules/signing/fields.ts';

export function sheetDocument(ceremony: Ceremony, agreements: readonly Agreement[], at: Date): Document {
  return {
    ...{ title: `Susunan acara: ${ceremony.title}`, lang: 'id', author: 'Tuntas', at, margin: 56 },
    blocks: [
      { kind: 'heading', level: 1, text: ceremony.title, size: 15, align: 'center', after: 4 },
      {
        ...{ kind: 'paragraph', align: 'center', after: 10 },
        text: [writtenWeekday(ceremony.onDay), ceremony.place].filter((part) => part !== '').join(', '),
      },
      ...(ceremony.isExample
        ? [{ kind: 'badge', text: 'CONTOH', fill: 'warn-bg', colour: 'warn-fg', size: 8.5, align: 'center', after: 6 } as const]
        : []),
      {
        kind: 'table',
        caption: 'Susunan acara',
        columns: [
          { title: `Waktu (${zoneAbbreviation(ceremony.zone)})`, width: 1 },
          { title: 'Acara', width: 3 },
          { title: 'Siapa', width: 2.4 },
        ],
        rows: ceremony.items.map(({ at: time, what, who }) => [time.replace(':', '.'), what, who]),
      },
      ...agreements.flatMap((agreement, index) => oneAgreement(agreement, index + 1)),
    ],
    footer: { text: 'Lembar acara penandatanganan', pageNumber: (page, pages) => `Halaman ${page} dari ${pages}` },
  };
}

function oneAgreement(agreement: Agreement, no: number): Block[] {
  const people = [...agreement.signatories].sort((one, other) => one.ordinal - other.ordinal);
  return [
    { kind: 'space', height: 8 },
    { kind: 'heading', level: 2, text: `${no}. ${agreement.title}`, size: 12, after: 3 },
    { kind: 'paragraph', text: `${AGREEMENT_KINDS[agreement.kind].label.id}, ${agreement.code}`, after: 4 },
    people.length === 0
      ? { kind: 'paragraph', text: 'Belum ada penanda tangan.' }
      : {
          kind: 'table',
          columns: [
            { title: 'Urutan', width: 0.8, align: 'right' },
            { title: 'Jabatan dan nama', width: 3 },
            { title: 'Pihak', width: 2.6 },
            { title: 'Sebagai', width: 1.2 },
          ],
          rows: people.map((one) => [
            String(one.ordinal),
            [one.position, one.name].filter((part) => part !== '').join(', '),
            partyOf(agreement, one.partyId)?.name ?? '',
            one.capacity === 'witnesses' ? 'Saksi' : 'Penanda tangan',
          ]),
        },
  ];
}
