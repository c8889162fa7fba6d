import { removeFile } from '../../../platform/files/take-file.ts';
import type { Tools } from '../../../platform/tools.ts';
import { takeExpiredIntakeDrafts } from '../../store/intake/drafts.ts';

/** Reports that nobody finished do not stay, nor do their files. */
export async function expireIntakeDrafts(tools: Tools): Promise<void> {
  for (;;) {
    const { drafts, fileKeys } = await takeExpiredIntakeDrafts(tools.db, tools.clock.now(), 100);
    for (const key of fileKeys) await removeFile(tools, key);
    if (drafts === 0) return;
  }
}
