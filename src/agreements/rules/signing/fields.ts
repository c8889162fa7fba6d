/**
 * Words in braces of a text, filled from the data of the agreement: `{ruang-lingkup}`, `{masa-berlaku}`. What the data does not say yet is shown as dots and
 * named by the readiness list; a word nobody knows is named too. The language of an agreement is Indonesian whatever the reader's. Pure.
 */
import type { Label } from '../../../kernel/language.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Agreement } from '../agreement.ts';
import { gapBetween } from '../in-force.ts';
import { AGREEMENT_KINDS } from '../kinds.ts';

/** What the agreement itself does not hold. */
export interface FieldFacts {
  readonly programmes: readonly { readonly code: string; readonly label: Label }[];
  /** The memorandum it is made under. */
  readonly parent: Pick<Agreement, 'code' | 'title' | 'signedOn'> | null;
  /** With its last days, so that days between the two are named. */
  readonly predecessor:
    | (Pick<Agreement, 'code' | 'title' | 'signedOn'> & Partial<Pick<Agreement, 'inForceUntil' | 'endedOn'>>)
    | null;
  /** The day it is to be signed on, where one is set. */
  readonly plannedOn: Day | null;
  /** Number of lines of its plan. */
  readonly lines: number;
}

/** The word in braces, what it is filled with, and whether an agreement may be signed without it. */
export const FIELDS = {
  jenis: { id: 'jenis dokumen', en: 'kind of document' },
  judul: { id: 'judul dokumen', en: 'title' },
  nomor: { id: 'nomor dari setiap pihak', en: 'number given by each party' },
  'para-pihak': { id: 'daftar para pihak dengan penanda tangannya', en: 'the parties with their signatories' },
  'penanda-tangan': { id: 'daftar penanda tangan dan saksi', en: 'signatories and witnesses' },
  tempat: { id: 'tempat penandatanganan', en: 'place of signing' },
  hari: { id: 'hari penandatanganan menurut acaranya', en: 'day of signing, by its ceremony' },
  dasar: { id: 'dasar hukum', en: 'legal basis' },
  maksud: { id: 'maksud dan tujuan', en: 'purpose' },
  'ruang-lingkup': { id: 'daftar ruang lingkup', en: 'programmes' },
  'masa-berlaku': { id: 'masa berlaku', en: 'term' },
  tahun: { id: 'tahun rencana', en: 'years of the plan' },
  induk: { id: 'nota kesepakatan yang mendasarinya', en: 'the memorandum it is made under' },
  pendahulu: { id: 'dokumen yang diperbarui', en: 'the document it renews' },
  narahubung: { id: 'narahubung setiap pihak', en: 'focal points of each party' },
  'jumlah-baris': { id: 'jumlah kegiatan dalam rencana', en: 'number of lines of the plan' },
} as const satisfies Record<string, Label>;
export type Field = keyof typeof FIELDS;

const ORDINALS = ['KESATU', 'KEDUA', 'KETIGA', 'KEEMPAT', 'KELIMA', 'KEENAM', 'KETUJUH', 'KEDELAPAN', 'KESEMBILAN', 'KESEPULUH'];
const DAYS = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];
const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');

/** `17 Maret 2026` */
export function writtenDay(day: Day): string {
  return `${day.day} ${MONTHS[day.month - 1]} ${day.year}`;
}

export function writtenWeekday(day: Day): string {
  return `${DAYS[day.dayOfWeek - 1]}, ${writtenDay(day)}`;
}

/** PIHAK KESATU, PIHAK KEDUA; from the eleventh on by number. */
export function partyTitle(ordinal: number): string {
  return `PIHAK ${ORDINALS[ordinal - 1] ?? `KE-${ordinal}`}`;
}

/** `null` = the data does not say it yet. */
export function fieldValues(agreement: Agreement, facts: FieldFacts): Readonly<Record<Field, string | null>> {
  const { parties, signatories } = agreement;
  const some = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  const list = (lines: readonly string[]): string | null =>
    lines.length === 0 ? null : lines.map((line, index) => `${index + 1}. ${line}`).join('\n');
  const named = ({ position, name }: { position: string; name: string }) => (name === '' ? position : `${name}, ${position}`);
  const signersOf = (partyId: string) =>
    signatories.filter((one) => one.partyId === partyId && one.capacity === 'signs').map(named);
  const programmes = agreement.programmes.flatMap((code) => {
    const label = facts.programmes.find((one) => one.code === code)?.label.id;
    return label === undefined ? [] : [label];
  });
  const other = (given: FieldFacts['parent']) =>
    given && `${given.title} (${given.code})${given.signedOn ? ` tanggal ${writtenDay(given.signedOn)}` : ''}`;
  const points = parties.flatMap((party) =>
    agreement.focalPoints
      .filter(({ partyId, until }) => partyId === party.id && until === null)
      .map(({ position, officeMail }) => `${party.name}: ${position}${officeMail === '' ? '' : ` (${officeMail})`}`),
  );
  const numbers = parties.filter(({ ownNumber }) => ownNumber !== '').map(({ name, ownNumber }) => `${name}: ${ownNumber}`);
  return {
    jenis: AGREEMENT_KINDS[agreement.kind].label.id,
    judul: some(agreement.title),
    nomor: numbers.length === 0 ? null : numbers.join('\n'),
    'para-pihak': list(
      parties.map((party) => {
        const signers = signersOf(party.id);
        const by = signers.length === 0 ? '' : `, diwakili oleh ${signers.join(' dan ')}`;
        return `${party.name}${by}, selanjutnya disebut ${partyTitle(party.ordinal)}`;
      }),
    ),
    'penanda-tangan': list(signatories.map((one) => `${named(one)}${one.capacity === 'witnesses' ? ' (saksi)' : ''}`)),
    tempat: some(agreement.place),
    // Without a day set beforehand each signature says its own.
    hari: facts.plannedOn ? `hari ${writtenWeekday(facts.plannedOn)}` : 'tanggal yang tercantum pada tanda tangan masing-masing',
    dasar: some(agreement.basis),
    maksud: some(agreement.purpose),
    'ruang-lingkup': list(programmes),
    'masa-berlaku': termInWords(agreement, facts.predecessor),
    tahun: yearsInWords(agreement),
    induk: other(facts.parent),
    pendahulu: other(facts.predecessor),
    narahubung: list(points),
    'jumlah-baris': facts.lines === 0 ? null : String(facts.lines),
  };
}

/** "sejak tanggal ditandatangani sampai dengan 14 September 2030"; a renewal also names the days that neither it nor what it renews covers. */
function termInWords(agreement: Pick<Agreement, 'inForceFrom' | 'inForceUntil'>, predecessor: FieldFacts['predecessor']): string {
  const { inForceFrom, inForceUntil } = agreement;
  const from = inForceFrom ? writtenDay(inForceFrom) : 'tanggal ditandatangani';
  const term = inForceUntil ? `sejak ${from} sampai dengan ${writtenDay(inForceUntil)}` : `sejak ${from} tanpa batas waktu`;
  const gap =
    predecessor &&
    gapBetween({ inForceUntil: predecessor.inForceUntil ?? null, endedOn: predecessor.endedOn ?? null }, agreement);
  if (!gap) return term;
  return `${term}; tanggal ${writtenDay(gap.from)} sampai dengan ${writtenDay(gap.to)} (${gap.days} hari), sesudah ${predecessor.code} berakhir, tidak tercakup dokumen apa pun`;
}

function yearsInWords({ yearFrom, yearUntil }: Pick<Agreement, 'yearFrom' | 'yearUntil'>): string | null {
  if (yearFrom === null) return null;
  return yearUntil === null || yearUntil === yearFrom ? String(yearFrom) : `${yearFrom}\u2013${yearUntil}`;
}

const PLACE = /\{([^{}\n]{1,40})\}/g;

/** What stands where the data says nothing yet. */
export const MISSING = '\u2026\u2026\u2026\u2026';

export interface Filled {
  readonly text: string;
  /** Fields the data does not say yet, each once. */
  readonly missing: readonly Field[];
  /** Words in braces that are no field, each once. */
  readonly unknown: readonly string[];
}

export function isField(word: string): word is Field {
  return Object.hasOwn(FIELDS, word);
}

/** Puts the values in, once: a value that looks like a field stays as it is. */
export function fillText(text: string, values: Readonly<Record<Field, string | null>>): Filled {
  const missing = new Set<Field>();
  const unknown = new Set<string>();
  const filled = text.replaceAll(PLACE, (whole, word: string) => {
    if (!isField(word)) {
      unknown.add(word);
      return whole;
    }
    const value = values[word];
    if (value === null) missing.add(word);
    return value ?? MISSING;
  });
  return { text: filled, missing: [...missing], unknown: [...unknown] };
}
