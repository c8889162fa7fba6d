/** The front door of the room: who a complainant is. See README.md. */
export { addressFor, hasContact } from './actions/address-for.ts';
export { changeContact } from './actions/change-contact.ts';
export { type ErasureOrder, eraseIdentity } from './actions/erase-identity.ts';
export { maskOwnWords, ownWordsMasker } from './actions/mask-own-words.ts';
export {
  changeParticulars,
  type GivenParticulars,
  type IdCopy,
  type RevealedParticulars,
  revealParticulars,
  sealParticulars,
} from './actions/particulars.ts';
export { type Repeat, repeatsOfReporter } from './actions/repeats-of-reporter.ts';
export { type CarriedPart, resealForCase } from './actions/reseal-for-case.ts';
export { readOriginal, revealIdentity } from './actions/reveal-identity.ts';
export { nameFor, openWith, sealWith } from './actions/seal-draft.ts';
export { sealIdentity } from './actions/seal-identity.ts';
export { identityErrands } from './errands/errands.ts';
export {
  type Contact,
  type ContactField,
  type ContactInput,
  checkContact,
  normaliseEmail,
  normalisePhone,
  type WayToReach,
  waysToReach,
} from './rules/contact.ts';
export type { Finding, FindingKind } from './rules/findings.ts';
export { looksGovernmental } from './rules/governmental-email.ts';
export type { Look } from './rules/look.ts';
export { MASK, maskIdentifiers } from './rules/mask.ts';
export type { OriginalWords } from './rules/original.ts';
export {
  checkParticulars,
  fieldsGiven,
  type GivenParticular,
  MARITAL_STATUSES,
  type MaritalStatus,
  PARTICULARS_FIELDS,
  type Particulars,
  type ParticularsField,
  type ParticularsInput,
} from './rules/particulars.ts';
export {
  type ContactFault,
  contactFaults,
  type IdentityRefusal,
  identityRefusals,
  type ParticularsFault,
  particularsFaults,
} from './rules/refusals.ts';
export { scanPersonalData } from './rules/scan.ts';
export { type Access, listAccesses } from './store/accesses.ts';
export { SealBroken } from './store/envelope.ts';
export { erasuresOf, type IdentityErasure } from './store/erasures.ts';
export { type KeptParticulars, loadParticularsGiven as particularsGiven } from './store/particulars.ts';
export { loadWays as waysToReachComplainant } from './store/sealed-records.ts';
export type { SealedPart } from './store/tables.ts';
