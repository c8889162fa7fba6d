/**
 * Who puts a signature under a document. The installation's own trial key is one; a certified signer (a PSrE such as BSrE) takes its place
 * by implementing this: `sign` is what the Cloud Signature Consortium's `signatures/signHash` and every HSM do. A service that takes the
 * whole PDF instead replaces `sealPdf` where the room calls it.
 */
export interface Signer {
  /** X.509, DER. */
  readonly certificate: Uint8Array;
  /** Issuers of the certificate, nearest first; none for a self-signed one. */
  readonly chain: readonly Uint8Array[];
  readonly keyType: 'RSA' | 'EC';
  /** Space kept in the file for the signature with its certificates, in bytes. */
  readonly space: number;
  /** @param bytes what is signed, to be hashed with SHA-256: RSA PKCS #1 v1.5, or ECDSA in DER */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}
