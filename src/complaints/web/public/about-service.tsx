/** The public complaints about one service, for the slot on its page. */
import type { Child } from 'hono/jsx';
import { lawBook } from '../../../law/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { publicList } from '../../store/lists.ts';
import { namesFor } from '../telling/names.ts';
import { PublicLines } from './lines.tsx';
import { wordsIn } from './words.ts';

const LATEST = 5;

/** The latest ones released; `undefined` when there are none. */
export async function complaintsAbout(c: WebContext, serviceId: string): Promise<Child | undefined> {
  const tools = c.get('tools');
  const language = c.get('language');
  const { lines } = await publicList(tools.db, { serviceId }, { limit: LATEST });
  if (lines.length === 0) return undefined;
  const names = await namesFor(tools.db, language, {
    agencies: lines.flatMap((line) => line.officeIds),
    regions: lines.map((line) => line.regionCode),
  });
  const reading = { language, words: wordsIn(language), names, book: await lawBook(tools), now: tools.clock.now() };
  return <PublicLines lines={lines} reading={reading} level={3} />;
}
