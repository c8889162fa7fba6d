/** Unfinished complaints do not stay: drafts expire and their files with them. */
import type { Tools } from '../../platform/tools.ts';
import { takeExpiredDrafts } from '../store/files.ts';

export async function expireDraftsErrand(tools: Tools): Promise<void> {
  for (;;) {
    const now = tools.clock.now();
    const keys = await takeExpiredDrafts(tools.db, now, 100);
    for (const key of keys) await tools.files.remove(key);
    if (keys.length === 0) return;
  }
}
