/**
 * How much may be uploaded with one complaint. No regulation known to us sets these numbers: they are a house setting,
 * chosen so that a photo of a telephone and a short film pass over a slow line. `confirmed` says so to administrators.
 */
export interface UploadLimit {
  readonly value: number;
  readonly unit: 'byte' | 'file' | 'pixel';
  readonly basis: 'house setting';
  readonly confirmed: false;
}

const house = (value: number, unit: UploadLimit['unit']): UploadLimit => ({
  value,
  unit,
  basis: 'house setting',
  confirmed: false,
});

const MEGABYTE = 1024 * 1024;

export const UPLOAD_LIMITS = {
  /** Size of one picture that is re-encoded. */
  imageBytes: house(10 * MEGABYTE, 'byte'),
  /** Size of any one file. */
  fileBytes: house(25 * MEGABYTE, 'byte'),
  /** Files of one submission. */
  files: house(10, 'file'),
  /** Width times height of a picture before it is decoded: a 60-megapixel telephone passes, a decompression bomb does not. */
  imagePixels: house(64_000_000, 'pixel'),
} as const satisfies Record<string, UploadLimit>;
