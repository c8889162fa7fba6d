/** The front door of the room: all that other rooms may use. See README.md. */

export { askGrant, type GrantQuestion } from './actions/grants/ask-grant.ts';
export { loadExampleAgreements } from './examples/load-example-agreements.ts';
export {
  type Coverage,
  type DataAsk,
  type GrantUnder,
  grantCovers,
  UNCOVERED_LABELS,
  type Uncovered,
} from './rules/grants/covers.ts';
export { DATA_SETS, type DataSet } from './rules/grants/data-sets.ts';
export { PURPOSES, type Purpose } from './rules/grants/terms.ts';
export { AGREEMENT_KINDS, type AgreementKind } from './rules/kinds.ts';
export { agreementMails } from './rules/mails.ts';
export { officeMailOf } from './store/register/focal-points.ts';
export { AgencyAgreementsBlock, AgreementsBlock, agreementsInBrief, agreementsOf } from './web/public/blocks.tsx';
