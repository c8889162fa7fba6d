import { z } from 'zod';
import type { Errand, ErrandList } from '../../../platform/jobs/errands.ts';
import { FINISH_ERRAND, finishDocument } from '../../actions/documents/make-file.ts';

const payload = z.object({ document: z.uuid() });

/** Makes the file of a document that has its number and lacks it: whoever sealed it may have died in between. */
const finish: Errand = (tools, given) => finishDocument(tools, payload.parse(given).document);

export const documentErrands: ErrandList = { [FINISH_ERRAND]: finish };
