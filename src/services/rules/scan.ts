/** A scan or document kept beside a maklumat or an SOP; the bytes lie sealed in the file store. */
export interface KeptScan {
  readonly key: string;
  readonly mediaType: string;
  /** With the dot. */
  readonly extension: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}
