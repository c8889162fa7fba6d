/**
 * Whether somebody may have data: the question the exchange asks before anything leaves. Purpose, set, every field, recipient and day must be covered
 * by ONE grant in force: two grants for two purposes are not added up. What is not covered is refused with the reason. Pure.
 */
import type { Label } from '../../../kernel/language.ts';
import type { Day } from '../../../kernel/time.ts';
import { type Binding, type Grant, grantStandingOn } from './grant.ts';

export interface DataAsk {
  readonly dataSet: string;
  readonly fields: readonly string[];
  /** Whose data: ids from the root of the tree down to the office that holds it. */
  readonly giverPath: readonly string[];
  /** The agency that asks. Offices below a recipient are not covered unless they are named. */
  readonly recipientId: string;
  readonly purpose: string;
  readonly day: Day;
}

/** In the order they are looked at: the reason given is that of the grant that came furthest. */
export const UNCOVERED = [
  'nothing-asked',
  'no-grant',
  'other-giver',
  'other-recipient',
  'other-purpose',
  'fields-missing',
  'not-agreed',
  'agreement-not-in-force',
  'not-begun',
  'over',
  'ended',
] as const;
export type Uncovered = (typeof UNCOVERED)[number];

export const UNCOVERED_LABELS: Readonly<Record<Uncovered, Label>> = {
  'nothing-asked': { id: 'Tidak ada kolom yang diminta.', en: 'No field was asked for.' },
  'no-grant': { id: 'Tidak ada izin berbagi untuk kumpulan data ini.', en: 'There is no grant for this data set.' },
  'other-giver': { id: 'Izin yang ada diberikan instansi lain.', en: 'The grants there are come from another agency.' },
  'other-recipient': {
    id: 'Instansi ini bukan penerima dalam izin mana pun.',
    en: 'This agency is a recipient of none of the grants.',
  },
  'other-purpose': { id: 'Izin yang ada untuk tujuan lain.', en: 'The grants there are serve another purpose.' },
  'fields-missing': { id: 'Sebagian kolom tidak termasuk dalam izin.', en: 'Some fields are not part of the grant.' },
  'not-agreed': { id: 'Izin belum disetujui semua pihak.', en: 'The grant is not agreed by all sides.' },
  'agreement-not-in-force': {
    id: 'Kerja sama yang menjadi dasarnya tidak berlaku pada hari itu.',
    en: 'The agreement it rests on is not in force that day.',
  },
  'not-begun': { id: 'Izin belum mulai berlaku pada hari itu.', en: 'The grant has not begun that day.' },
  over: { id: 'Masa berlaku izin sudah lewat pada hari itu.', en: 'The grant is over that day.' },
  ended: { id: 'Izin sudah diakhiri sebelum waktunya.', en: 'The grant was ended early.' },
};

export interface GrantUnder {
  readonly grant: Grant;
  readonly agreement: Binding & { readonly code: string };
}

export type Coverage =
  | { readonly covered: true; readonly by: GrantUnder }
  | {
      readonly covered: false;
      readonly reason: Uncovered;
      /** The grant that came furthest, if any came anywhere. */
      readonly nearest: GrantUnder | null;
      /** Fields the nearest grant does not give. */
      readonly missing: readonly string[];
    };

/** @param grants any grants; those of other sets, givers and recipients do no harm */
export function grantCovers(grants: readonly GrantUnder[], ask: DataAsk): Coverage {
  if (ask.fields.length === 0) return { covered: false, reason: 'nothing-asked', nearest: null, missing: [] };
  const covering: GrantUnder[] = [];
  let best: { readonly rank: number; readonly reason: Uncovered; readonly at: GrantUnder | null } = {
    rank: 1,
    reason: 'no-grant',
    at: null,
  };
  for (const one of grants) {
    const reason = lackOf(one, ask);
    if (reason === null) covering.push(one);
    else if (UNCOVERED.indexOf(reason) > best.rank) best = { rank: UNCOVERED.indexOf(reason), reason, at: one };
  }
  const strictest = covering.toSorted(
    (a, b) => a.grant.retentionMonths - b.grant.retentionMonths || a.grant.id.localeCompare(b.grant.id),
  )[0];
  if (strictest) return { covered: true, by: strictest };
  const missing = best.at ? ask.fields.filter((code) => !gives(best.at as GrantUnder, code)) : [];
  return { covered: false, reason: best.reason, nearest: best.at, missing };
}

const gives = ({ grant }: GrantUnder, code: string): boolean => grant.fields.some((field) => field.code === code);

/** What this grant lacks first; `null` = it covers the ask. */
function lackOf(one: GrantUnder, ask: DataAsk): Uncovered | null {
  const { grant, agreement } = one;
  if (grant.dataSet !== ask.dataSet) return 'no-grant';
  if (!ask.giverPath.includes(grant.giverAgencyId)) return 'other-giver';
  if (!grant.recipients.some(({ agencyId }) => agencyId === ask.recipientId)) return 'other-recipient';
  if (grant.purpose !== ask.purpose) return 'other-purpose';
  if (ask.fields.some((code) => !gives(one, code))) return 'fields-missing';
  switch (grantStandingOn(grant, agreement, ask.day)) {
    case 'in-force':
      return null;
    case 'waiting':
      return 'agreement-not-in-force';
    case 'upcoming':
      return 'not-begun';
    case 'over':
      return 'over';
    case 'ended':
      return 'ended';
    default:
      return 'not-agreed';
  }
}
