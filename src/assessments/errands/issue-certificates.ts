import { z } from 'zod';
import type { Errand } from '../../platform/jobs/errands.ts';
import { ISSUE_ERRAND, issueBatch } from '../actions/certificates/issue-certificates.ts';

const payload = z.object({ batchId: z.uuid() });

const issueCertificates: Errand = (tools, given) => issueBatch(tools, payload.parse(given).batchId);

export const certificateErrands = { [ISSUE_ERRAND]: issueCertificates };
