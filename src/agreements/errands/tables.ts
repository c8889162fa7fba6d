import { removeFile } from '../../platform/files/take-file.ts';
import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';
import { DISCARD_TABLES, discardForgottenTables, REMOVE_TABLE } from '../actions/tables/finish-table.ts';

/** The file of an upload goes after the upload is finished, when nothing can bring it back any more. */
export const tablesErrands: ErrandList = {
  [REMOVE_TABLE]: (tools, payload) => removeFile(tools, String((payload as { fileKey?: unknown }).fileKey)),
  [DISCARD_TABLES]: (tools) => discardForgottenTables(tools),
};

/** At night, when nobody has one open. */
export const tablesRecurring: Recurring = [{ errand: DISCARD_TABLES, crontab: '10 18 * * *' }];
