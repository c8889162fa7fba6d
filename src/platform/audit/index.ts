/** The front door of the audit record; see README.md. */
export { type AppendOptions, appendEvents, type NewEvent } from './append.ts';
export type { Json } from './canonical-json.ts';
export { checkProof, type ProofFault, type ProofVerdict } from './check-proof.ts';
export { type ConsistencyProof, consistencyBetween } from './consistency.ts';
export { type ErasureOrder, type ErasureRefusal, erasePayload } from './erase.ts';
export { auditErrands, auditRecurring } from './errands.ts';
export { keptRoots } from './log/kept-roots.ts';
export { makeRoot } from './log/make-root.ts';
export { lastRoot, rootNumbered } from './log/root-store.ts';
export { publicKeyOf, rootKey, type SignedRoot, signedRoot } from './log/signed-root.ts';
export { type Disclosure, type FileProof, fileProof, type ProofOptions, proofFor } from './proof.ts';
export {
  type AuditEvent,
  countDone,
  type DoneEvent,
  type Erasure,
  type EventContent,
  eventsDone,
  fileIdsAfter,
  filesDoneIn,
  keptPayloads,
  newestEvents,
  readEvents,
} from './read.ts';
export { verdictText } from './verdict-words.ts';
export type { Finding } from './verify/finding.ts';
export { findingText } from './verify/finding-words.ts';
export { allFindings, type VerifyOptions, verifyAudit } from './verify/verify.ts';
export { mountAudit } from './web/routes.tsx';
