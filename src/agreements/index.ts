/** The front door of the room: all that other rooms may use. See README.md. */
export { AGREEMENT_KINDS, type AgreementKind } from './rules/kinds.ts';
export { agreementMails } from './rules/mails.ts';
