/** The front door of the room: all that other rooms may use. See README.md. */
export { loadExampleCases } from './examples/load-example-cases.ts';

export { OUTCOME_LABELS, type Outcome, STAGE_LABELS, type Stage } from './rules/case.transitions.ts';
export { ACCESS_KINDS, type AccessKind, type Case } from './rules/case.ts';
export { caseMails } from './rules/mails.ts';
