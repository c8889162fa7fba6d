import type { HttpClient } from '../load/client.ts';
import type { Acknowledged } from './kept.ts';

/** How many acknowledged complaints do not open with their number and code. */
export async function unopened(client: HttpClient, acknowledged: readonly Acknowledged[]): Promise<number> {
  const waiting = [...acknowledged];
  let failed = 0;
  const oneAfterTheOther = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { status } = await client.call({
        method: 'GET',
        path: `/api/v1/complaints/${next.trackingNumber}/status`,
        headers: { 'Receipt-Code': next.receiptCode },
      });
      if (status !== 200) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: 8 }, oneAfterTheOther));
  return failed;
}
