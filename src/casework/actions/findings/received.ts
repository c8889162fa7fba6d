/** What findings do when an addressee has received an LHP or a recommendation: the version notes it. The clocks of stage and obligations begin beside it. */
import type { Moment } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { saveLhpReceived } from '../../store/findings/lhps.ts';
import { saveRecommendationReceived } from '../../store/findings/recommendations.ts';

export async function noteFindingsReceived(
  _tools: Tools,
  tx: Tx,
  { document, at }: { readonly document: { readonly id: string }; readonly at: Moment },
): Promise<void> {
  await saveLhpReceived(tx, document.id, at);
  await saveRecommendationReceived(tx, document.id, at);
}
