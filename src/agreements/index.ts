/** The front door of the room: all that other rooms may use. See README.md. */
export { loadExampleAgreements } from './examples/load-example-agreements.ts';
export { AGREEMENT_KINDS, type AgreementKind } from './rules/kinds.ts';
export { agreementMails } from './rules/mails.ts';
