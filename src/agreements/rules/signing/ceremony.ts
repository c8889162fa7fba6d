/** A day on which agreements are signed: running order, who signs when, and what the press is told. Pure. */
import { type Actor, positionsWith } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Day, Moment, Zone } from '../../../kernel/time.ts';
import type { AgreementState } from '../agreement.transitions.ts';
import type { Agreement } from '../agreement.ts';
import type { AgreementRefusal } from '../refusals.ts';

export interface CeremonyItem {
  /** `09:00`, on the clocks of the place. */
  readonly at: string;
  readonly what: string;
  readonly who: string;
}

export interface Ceremony {
  readonly id: string;
  readonly version: number;
  readonly keeperId: string;
  readonly keeperPath: readonly string[];
  readonly title: string;
  readonly onDay: Day;
  readonly place: string;
  readonly zone: Zone;
  readonly items: readonly CeremonyItem[];
  /** What the host says to the press. */
  readonly pressWords: string;
  /** From when anyone may read the press page. */
  readonly publishedAt: Moment | null;
  readonly createdBy: string;
  readonly createdAt: Moment;
  readonly isExample: boolean;
  /** In the order of signing. */
  readonly agreementIds: readonly string[];
}

export const MOST_ITEMS = 60;
export const MOST_AGREEMENTS = 100;
export const ITEM_LIMIT = 300;
export const PRESS_LIMIT = 8000;

export function mayRunCeremony(actor: Actor, ceremony: Pick<Ceremony, 'keeperPath'>): boolean {
  return positionsWith(actor, 'agreement.prepare').some(({ agencyId }) => ceremony.keeperPath.includes(agencyId));
}

/** Whether an agreement is signed at a day of this keeper: whoever prepares the day prepares the agreement, and sets no day for what others prepare. */
export function isSignedAt(agreement: Pick<Agreement, 'keeperPath'>, { keeperId }: Pick<Ceremony, 'keeperId'>): boolean {
  return agreement.keeperPath.includes(keeperId);
}

const TOLD: readonly AgreementState[] = ['ready', 'signing', 'signed', 'ended'];

/** What the press page tells of: agreements whose text is settled. A draft is for its parties alone, whatever day is set for it. */
export function mayTellPress({ state }: Pick<Agreement, 'state'>): boolean {
  return TOLD.includes(state);
}

const ITEM = /^(\d{1,2})[.:](\d{2})\s*(?:\|\s*)?(.*)$/;

/** One item a line: `09.00 | Pembukaan | Pembawa acara`; empty lines are nothing. */
export function readItems(text: string): Result<readonly CeremonyItem[], AgreementRefusal> {
  const items: CeremonyItem[] = [];
  for (const line of text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '')) {
    const [, hour = '', minute = '', rest = ''] = ITEM.exec(line) ?? [];
    const [what = '', ...who] = rest.split('|').map((part) => part.trim());
    if (hour === '' || Number(hour) > 23 || Number(minute) > 59 || what === '') return refuse('agreement.item-wrong');
    if (line.length > ITEM_LIMIT) return refuse('agreement.text-too-long');
    items.push({ at: `${hour.padStart(2, '0')}:${minute}`, what, who: who.join(' | ') });
  }
  if (items.length > MOST_ITEMS) return refuse('agreement.text-too-long');
  return { ok: true, value: items };
}

/** As it is typed. */
export function itemsText(items: readonly CeremonyItem[]): string {
  return items.map(({ at, what, who }) => [at.replace(':', '.'), what, who].filter((part) => part !== '').join(' | ')).join('\n');
}

/** A running order to begin with: each agreement ten minutes, words before and after. */
export function proposedItems(agreements: readonly Pick<Agreement, 'title' | 'signatories'>[]): readonly CeremonyItem[] {
  let minutes = 9 * 60;
  const items: CeremonyItem[] = [];
  const item = (length: number, what: string, who: string) => {
    items.push({
      at: `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
      what,
      who,
    });
    minutes += length;
  };
  item(10, 'Pembukaan dan lagu kebangsaan', 'Pembawa acara');
  item(10, 'Laporan penyelenggara', 'Penyelenggara');
  for (const { title, signatories } of agreements) {
    const who = [...signatories].sort((one, other) => one.ordinal - other.ordinal).map(({ position }) => position);
    item(10, `Penandatanganan: ${title}`.slice(0, 200), who.length > 6 ? `${who.length} penanda tangan` : who.join(', '));
  }
  item(20, 'Sambutan', 'Pimpinan para pihak');
  item(10, 'Foto bersama dan keterangan pers', 'Para penanda tangan');
  item(10, 'Penutup', 'Pembawa acara');
  return items;
}

/** Numbers for the press: counted from the data of the moment, never typed. */
export interface PressNumbers {
  readonly agreements: number;
  readonly signed: number;
  readonly parties: number;
  readonly governments: number;
  readonly signatories: number;
  readonly signatures: number;
  readonly witnesses: number;
  readonly lines: number;
  /** Whole rupiah. */
  readonly budget: bigint;
  readonly programmes: readonly string[];
}

export function pressNumbers(
  agreements: readonly Pick<Agreement, 'state' | 'parties' | 'signatories' | 'programmes'>[],
  lines: readonly { readonly budgetAmount: string | null }[],
): PressNumbers {
  const parties = agreements.flatMap((one) => one.parties);
  const people = agreements.flatMap(({ signatories }) => signatories);
  const signers = people.filter(({ capacity }) => capacity === 'signs');
  const governments = parties.flatMap(({ side, governmentId }) => (side === 'government' && governmentId ? [governmentId] : []));
  return {
    agreements: agreements.length,
    signed: agreements.filter(({ state }) => state === 'signed' || state === 'ended').length,
    parties: new Set(parties.map(({ agencyId, name }) => agencyId ?? name)).size,
    governments: new Set(governments).size,
    signatories: signers.length,
    signatures: signers.filter(({ signedAt }) => signedAt !== null).length,
    witnesses: people.length - signers.length,
    lines: lines.length,
    budget: lines.reduce((sum, { budgetAmount }) => sum + BigInt(budgetAmount ?? '0'), 0n),
    programmes: [...new Set(agreements.flatMap(({ programmes }) => programmes))],
  };
}
