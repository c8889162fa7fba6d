import { removeFile } from '../../platform/files/take-file.ts';
import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';
import { REMOVE_TABLE } from '../actions/tables/finish-table.ts';

export const tablesErrands: ErrandList = {
  [REMOVE_TABLE]: (tools, payload) => removeFile(tools, String((payload as { fileKey?: unknown }).fileKey)),
};

export const tablesRecurring: Recurring = [];
