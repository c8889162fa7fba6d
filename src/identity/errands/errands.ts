import { removeFile } from '../../platform/files/take-file.ts';
import type { ErrandList } from '../../platform/jobs/errands.ts';

/** Bytes go after the transaction that forgot them: a rolled-back erasure leaves the file where it is. */
export const identityErrands: ErrandList = {
  'identity.remove-file': (tools, payload) => removeFile(tools, String((payload as { storeKey?: unknown }).storeKey)),
};
