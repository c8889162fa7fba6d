/**
 * Everything of this room that people are reminded of, once a day: lines that are due, reports that wait, agreements that end. Exactly one row of the
 * ledger per line, person and rung: the rung is marked beside the line in the transaction that posts, the line is locked meanwhile, other workers pass over
 * it, and the ledger's own key holds even if all that failed.
 */
import { holdersAt } from '../../../directory/index.ts';
import type { Capability } from '../../../kernel/actor.ts';
import { type Day, dayOf } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import { postMessages } from '../../../messages/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { eachOnItsOwn } from '../../../platform/jobs/each-on-its-own.ts';
import type { OutgoingMessage, Recipient, Tools } from '../../../platform/tools.ts';
import { addresseesOf, agenciesAsked, type HoldersByAgency, nearest, type ToldSide } from '../../rules/lines/addressees.ts';
import { type LadderDays, LINE_RUNGS, ladderDays, RUNG_PURPOSES } from '../../rules/lines/ladder.ts';
import {
  claimDueLines,
  claimWaitingReports,
  type DueCursor,
  type DueLine,
  markConfirmReminded,
  markReminded,
  type Surroundings,
  surroundingsOf,
} from '../../store/lines/due.ts';
import { claimLapsing, type Lapsing, noteLapsing } from '../../store/lines/lapsing.ts';

const BATCH = 2000;

/** @returns how many lines and agreements somebody was told of */
export async function remindOfAgreements(
  tools: Tools,
): Promise<{ readonly lines: number; readonly reports: number; readonly lapsing: number }> {
  // Just past midnight UTC all of Indonesia is on the same day; at other hours Jakarta's is never ahead of anyone's.
  const today = dayOf(tools.clock.now(), 'Asia/Jakarta');
  const days = ladderDays(await lawBook(tools), today);
  const offices = new Offices(today);
  const told = { lines: 0, reports: 0, lapsing: 0 };
  await eachOnItsOwn(
    tools,
    [
      async () => Object.assign(told, { lines: await remindOfLines(tools, days, offices) }),
      async () => Object.assign(told, { reports: await remindToConfirm(tools, days, offices) }),
      async () => Object.assign(told, { lapsing: await warnOfLapsing(tools, days, offices) }),
    ],
    (each) => each(),
  );
  return told;
}

/** Who holds which office, asked once a run for each agency. */
class Offices {
  readonly #today: Day;
  readonly #known = new Map<Capability, Map<string, readonly string[]>>();

  constructor(today: Day) {
    this.#today = today;
  }

  async holding(tx: Tx, agencyIds: Iterable<string>, capability: Capability): Promise<HoldersByAgency> {
    const known = this.#known.get(capability) ?? new Map<string, readonly string[]>();
    this.#known.set(capability, known);
    const asked = [...new Set(agencyIds)].filter((id) => !known.has(id));
    const found = await holdersAt(tx, asked, capability, this.#today);
    for (const id of asked) known.set(id, found.get(id) ?? []);
    return known;
  }
}

async function remindOfLines(tools: Tools, days: LadderDays, offices: Offices): Promise<number> {
  let told = 0;
  for (let after: DueCursor | null = null; ; ) {
    const lines = await inTransaction(tools, async (tx) => {
      const due = await claimDueLines(tx, days, after, BATCH);
      await postMessages(tools, tx, await messagesOf(tx, due, offices, ofLine));
      await markReminded(tx, due);
      return due;
    });
    told += lines.length;
    const last = lines.at(-1);
    if (!last) return told;
    after = { dueOn: last.dueOn, id: last.id };
  }
}

async function remindToConfirm(tools: Tools, days: LadderDays, offices: Offices): Promise<number> {
  for (let told = 0; ; ) {
    const lines = await inTransaction(tools, async (tx) => {
      const waiting = await claimWaitingReports(tx, days, BATCH);
      await postMessages(tools, tx, await messagesOf(tx, waiting, offices, toConfirm));
      await markConfirmReminded(tx, waiting);
      return waiting.length;
    });
    told += lines;
    if (lines === 0) return told;
  }
}

interface Telling {
  readonly purpose: string;
  readonly stage: string;
  readonly sides: readonly ToldSide[];
}

/** A line that stays late is talked over by both sides and whoever keeps the plan. */
function ofLine({ rung, dueOn }: DueLine): Telling {
  const stage = `${LINE_RUNGS[rung]}:${dueOn.toString()}`;
  return { purpose: RUNG_PURPOSES[rung], stage, sides: rung === 4 ? ['owner', 'other', 'keeper'] : ['owner'] };
}

/** A report nobody answers after a reminder comes before who leads the other side and who keeps the plan. */
function toConfirm({ updateId, rung }: DueLine): Telling {
  if (rung < 2) return { purpose: 'agreement.line-confirm', stage: `confirm:${updateId ?? ''}`, sides: ['other'] };
  return {
    purpose: 'agreement.confirm-late',
    stage: `confirm-late:${updateId ?? ''}`,
    sides: ['other', 'other-leader', 'keeper'],
  };
}

async function messagesOf(
  tx: Tx,
  lines: readonly DueLine[],
  offices: Offices,
  telling: (line: DueLine) => Telling,
): Promise<readonly OutgoingMessage[]> {
  if (lines.length === 0) return [];
  const around = await surroundingsOf(tx, [...new Set(lines.map(({ agreementId }) => agreementId))]);
  const asked = new Set(lines.flatMap((line) => agenciesAsked(line, around.get(line.agreementId) as Surroundings)));
  const holders = {
    progress: await offices.holding(tx, asked, 'agreement.progress'),
    confirm: await offices.holding(tx, asked, 'agreement.confirm'),
    prepare: await offices.holding(tx, asked, 'agreement.prepare'),
    sign: await offices.holding(tx, asked, 'agreement.sign'),
  };
  return lines.flatMap((line) => {
    const agreement = around.get(line.agreementId) as Surroundings;
    const { purpose, stage, sides } = telling(line);
    const people = new Set(sides.flatMap((side) => addresseesOf(line, agreement, side, holders)));
    // Where nobody holds the office any more, whoever keeps the plan finds somebody.
    const told = people.size > 0 ? [...people] : addresseesOf(line, agreement, 'keeper', holders);
    return told.map((id) => ({
      ...{ purpose, stage, object: { kind: 'agreement-line', id: line.id }, recipient: { kind: 'person' as const, id } },
      details: { code: agreement.code, line: line.ordinal, dueOn: line.dueOn.toString() },
    }));
  });
}

async function warnOfLapsing(tools: Tools, days: LadderDays, offices: Offices): Promise<number> {
  for (let told = 0; ; ) {
    const count = await inTransaction(tools, async (tx) => {
      const ending = await claimLapsing(tx, days, BATCH);
      const asked = ending.flatMap(({ keeperPath, parties }) => [...keeperPath, ...parties.flatMap(({ path }) => path)]);
      const preparers = await offices.holding(tx, asked, 'agreement.prepare');
      await postMessages(
        tools,
        tx,
        ending.flatMap((each) => lapseMessages(each, preparers, days.today)),
      );
      await noteLapsing(tx, ending, tools.clock.now());
      return ending.length;
    });
    told += count;
    if (count === 0) return told;
  }
}

/**
 * The focal points of each side, at the address of their office where they have no account; for a side of which nobody has one whoever prepares agreements
 * there or above too; whoever keeps it always.
 */
function lapseMessages(ending: Lapsing, preparers: HoldersByAgency, today: Day): readonly OutgoingMessage[] {
  const sides = ending.parties.flatMap(({ path, people }) => (people.length > 0 ? people : nearest(path, preparers)));
  const people = new Set([...sides, ...nearest(ending.keeperPath, preparers)]);
  const days = today.until(ending.endsOn, { largestUnit: 'day' }).days;
  const recipients: readonly Recipient[] = [
    ...[...people].map((id) => ({ kind: 'person' as const, id })),
    ...ending.parties.flatMap(({ points }) => points.map((id) => ({ kind: 'focal-point' as const, id }))),
  ];
  return recipients.map((recipient) => ({
    purpose: 'agreement.lapse',
    object: { kind: 'agreement', id: ending.id },
    recipient,
    stage: `lapse-${ending.stage}:${ending.endsOn.toString()}`,
    details: { code: ending.code, endsOn: ending.endsOn.toString(), days, isOffice: recipient.kind === 'focal-point' },
  }));
}
