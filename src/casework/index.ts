/** The front door of the room: all that other rooms may use. See README.md. */
export { loadExampleCases } from './examples/load-example-cases.ts';

export { OUTCOME_LABELS, type Outcome, STAGE_LABELS, type Stage } from './rules/case.transitions.ts';
export { ACCESS_KINDS, type AccessKind, type Case } from './rules/case.ts';
export { caseMails } from './rules/mails.ts';
export { type Compliance, shareText } from './rules/obligations/compliance.ts';
export { OBLIGATION_STATE_LABELS, type ObligationState } from './rules/obligations/obligation.transitions.ts';
export { OBLIGATION_KIND_LABELS, type Obligation, type ObligationKind } from './rules/obligations/obligation.ts';
export { compareWords, type WordRun } from './rules/sections/compare-words.ts';
export { complianceOf, complianceYears } from './store/obligations/compliance.ts';
export { owedByAgency, owedCounts } from './store/obligations/lists.ts';
export { obligationById, obligationsOf } from './store/obligations/obligations.ts';
export type { OpenedObligation } from './web/obligations/opened.tsx';
export { ComplianceBlock } from './web/obligations/public/compliance-block.tsx';
export { obligationName, publicFindingPath, type ReadableObligation, readableObligation } from './web/obligations/readable.ts';
export type { ObligationSlot } from './web/obligations/slot.ts';
