import type { ErrandList } from '../../platform/jobs/errands.ts';
import { writeTable } from '../actions/write-table.ts';

export const serviceErrands: ErrandList = {
  'services.import': (tools, payload) => writeTable(tools, String((payload as { importId?: unknown }).importId)),
};
