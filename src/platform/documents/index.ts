/** The front door of documents; see README.md. */
export { composePdf } from './compose/compose-pdf.ts';
export type * from './compose/model.ts';
export type { Colour } from './compose/palette.ts';
export { type DocumentKey, distrustKey, documentKeys, type KeyTools } from './keys/document-keys.ts';
export { qrDrawing, qrPng, qrSvg } from './qr/qr.ts';
export { type SealDetails, sealPdf } from './seal/seal-pdf.ts';
export type { Signer } from './seal/signer.ts';
export { knownCertificates, renewSealKey, trialSigner } from './seal/trial-signer.ts';
export { type Twin, type TwinSigner, twinSigner } from './twin/sign-twin.ts';
export { renewTwinKey, type TwinKey, twinKeys } from './twin/twin-keys.ts';
export { TWIN_REASONS, type TwinReason, verifyTwin } from './twin/verify-twin.ts';
export { isReadablePdf } from './verify/readable-pdf.ts';
export { type FileState, type FileVerdict, SEAL_REASONS, type SealReason, type SealVerdict } from './verify/verdict.ts';
export { type KnownCertificate, MOST_BYTES, verifySeal } from './verify/verify-seal.ts';
export { mountDocuments } from './web/routes.ts';
