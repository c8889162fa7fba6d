/** The front door of the room: who a complainant is. See README.md. */
export { addressFor, hasContact } from './actions/address-for.ts';
export { changeContact } from './actions/change-contact.ts';
export { type ErasureOrder, eraseIdentity } from './actions/erase-identity.ts';
export { maskOwnWords } from './actions/mask-own-words.ts';
export { readOriginal, revealIdentity } from './actions/reveal-identity.ts';
export { nameFor, openWith, sealWith } from './actions/seal-draft.ts';
export { sealIdentity } from './actions/seal-identity.ts';
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
export { type ContactFault, contactFaults, type IdentityRefusal, identityRefusals } from './rules/refusals.ts';
export { scanPersonalData } from './rules/scan.ts';
export { type Access, listAccesses } from './store/accesses.ts';
export { SealBroken } from './store/envelope.ts';
export { erasuresOf, type IdentityErasure } from './store/erasures.ts';
export { loadWays as waysToReachComplainant } from './store/sealed-records.ts';
export type { SealedPart } from './store/tables.ts';
