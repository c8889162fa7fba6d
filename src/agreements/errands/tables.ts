import { removeFile } from '../../platform/files/take-file.ts';
import type { ErrandList } from '../../platform/jobs/errands.ts';
import { REMOVE_TABLE } from '../actions/tables/finish-table.ts';

/** The file of an upload goes after the upload is finished, when nothing can bring it back any more. */
export const tablesErrands: ErrandList = {
  [REMOVE_TABLE]: (tools, payload) => removeFile(tools, String((payload as { fileKey?: unknown }).fileKey)),
};
