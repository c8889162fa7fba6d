import { UPLOAD_LIMITS } from '../files/limits.ts';

/** What one submission may weigh. The text limits are far above any field of ours: they only keep memory safe. */
export const FORM_LIMITS = {
  /** Fields of one form. */
  fields: 500,
  /** Bytes of one field's name. */
  nameBytes: 200,
  /** Bytes of one field's value. */
  fieldBytes: 256 * 1024,
  /** Bytes of a whole form without files, and of an API call. */
  bodyBytes: 1024 * 1024,
  /** Bytes of a whole form with files. */
  multipartBytes: UPLOAD_LIMITS.files.value * UPLOAD_LIMITS.fileBytes.value + 2 * 1024 * 1024,
} as const;
