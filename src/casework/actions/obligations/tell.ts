/** Who is told of an obligation: the side that must act next, through the ledger, in the transaction of the step. References only. */
import { holdersOf } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { leadOf } from '../../rules/case.ts';
import type { Obligation } from '../../rules/obligations/obligation.ts';
import type { ObligationStep, StepKind } from '../../rules/obligations/steps.ts';
import { excludedPersonIds } from '../../rules/visibility.ts';
import { loadCase } from '../../store/cases.ts';
import { obligationAddressees } from '../obligation-addressees.ts';

/** To whom a step is news, and under which template. What is not here is read when the page is opened. */
const TOLD: Readonly<Partial<Record<StepKind, { readonly to: 'agency' | 'ombudsman'; readonly purpose: string }>>> = {
  report: { to: 'ombudsman', purpose: 'case.obligation-reported' },
  'ask-time': { to: 'ombudsman', purpose: 'case.obligation-reported' },
  return: { to: 'agency', purpose: 'case.owed-decided' },
  'carried-out': { to: 'agency', purpose: 'case.owed-decided' },
  partly: { to: 'agency', purpose: 'case.owed-decided' },
  'partly-final': { to: 'agency', purpose: 'case.owed-decided' },
  'not-carried-out': { to: 'agency', purpose: 'case.owed-decided' },
  reopen: { to: 'agency', purpose: 'case.owed-decided' },
  withdraw: { to: 'agency', purpose: 'case.owed-decided' },
  'grant-time': { to: 'agency', purpose: 'case.owed-decided' },
  'refuse-time': { to: 'agency', purpose: 'case.owed-decided' },
  delegate: { to: 'agency', purpose: 'case.owed-issued' },
};

export async function tellStep(tools: Tools, tx: Tx, obligation: Obligation, step: ObligationStep): Promise<void> {
  const told = TOLD[step.kind];
  if (!told) return;
  const day = dayOf(tools.clock.now(), obligation.zone);
  const people =
    told.to === 'agency' ? await obligationAddressees(tx, obligation.id, day) : await ombudsmanSide(tools, tx, obligation);
  const author = step.author.replace(/^person:/, '');
  const object = { kind: 'obligation', id: obligation.id };
  for (const personId of people) {
    if (personId !== author) await post(tools, tx, obligation, personId, { purpose: told.purpose, object, stage: step.id });
  }
}

/** New obligations of one case and day come in one mail. */
export async function tellIssued(tools: Tools, tx: Tx, obligation: Obligation): Promise<void> {
  const day = dayOf(tools.clock.now(), obligation.zone);
  const object = obligation.caseId === null ? { kind: 'obligation', id: obligation.id } : { kind: 'case', id: obligation.caseId };
  for (const personId of await obligationAddressees(tx, obligation.id, day)) {
    await post(tools, tx, obligation, personId, { purpose: 'case.owed-issued', object, stage: `issued:${day.toString()}` });
  }
}

async function post(
  tools: Tools,
  tx: Tx,
  obligation: Obligation,
  personId: string,
  message: { readonly purpose: string; readonly object: { readonly kind: string; readonly id: string }; readonly stage: string },
): Promise<void> {
  const dueOn = dayOf(obligation.dueAt, obligation.zone).toString();
  const recipient = { kind: 'person', id: personId } as const;
  await tools.post(tx, { ...message, recipient, details: { obligation: obligation.id, dueOn } });
}

/** Whoever follows it up: the resolver or lead of the case, else those who resolve at the office; of a review, those who review. */
export async function ombudsmanSide(tools: Tools, tx: Tx, obligation: Obligation): Promise<readonly string[]> {
  const day = dayOf(tools.clock.now(), obligation.zone);
  if (obligation.caseId === null) return holdersOf(tx, obligation.officeId, 'case.review', day);
  const file = await loadCase(tx, obligation.caseId);
  if (!file) return [];
  const lead = leadOf(file);
  const people = lead ? [lead] : await holdersOf(tx, obligation.officeId, 'case.resolve', day);
  return people.filter((id) => !excludedPersonIds(file).includes(id));
}
