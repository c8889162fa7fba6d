/** Many pieces of work in one errand, where one that fails must not keep the others from being done. */
import { describeFault } from '../faults.ts';
import type { Tools } from '../tools.ts';

/**
 * One after the other; what fails is logged, and when all were tried the first fault is thrown, so that the errand is tried again.
 * Each piece does nothing when it was done already, as errands do.
 */
export async function eachOnItsOwn<Item>(
  tools: Pick<Tools, 'log'>,
  items: Iterable<Item> | AsyncIterable<Item>,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const faults: unknown[] = [];
  for await (const item of items)
    try {
      await work(item);
    } catch (fault) {
      faults.push(fault);
      tools.log.error({ fault: describeFault(fault) }, 'a piece of an errand failed; the others go on');
    }
  if (faults.length > 0) throw faults[0];
}
