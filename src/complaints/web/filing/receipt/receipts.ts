import type { WebContext } from '../../../../platform/http/env.ts';
import { type Filed, filedWith } from '../../../actions/file-complaint.ts';
import { filingSecret } from '../../../actions/keep-draft.ts';
import type { Complaint } from '../../../rules/complaint.ts';
import { loadComplaint } from '../../../store/complaints.ts';
import { receiptOf } from '../../../store/receipts.ts';
import { type Wizard, writerOf } from '../wizard.ts';
import { receiptSecrets } from './receipt-cookie.ts';

export interface OpenReceipt {
  readonly secret: string;
  readonly filed: Filed;
  readonly complaint: Complaint;
}

/**
 * What this browser has filed and whose code nobody has said to have noted, newest first. Once that was said, a code is never shown
 * again, to whoever holds the cookie. At the counter only the officer who filed sees it.
 */
export async function openReceipts(c: WebContext, wizard: Wizard): Promise<OpenReceipt[]> {
  const tools = c.get('tools');
  const open: OpenReceipt[] = [];
  for (const secret of receiptSecrets(c, wizard)) {
    const filed = await filedWith(tools, filingSecret(tools, secret));
    const receipt = filed && (await receiptOf(tools.db, filed.complaintId));
    const complaint = filed && (await loadComplaint(tools.db, filed.complaintId));
    if (!filed || !receipt || !complaint || receipt.confirmedAt !== null) continue;
    if (wizard.mode === 'counter' && complaint.filedByPersonId !== writerOf(c, wizard)) continue;
    open.push({ secret, filed, complaint });
  }
  return open;
}
