import type { Tx } from '../../platform/database/database.ts';

/** What leaving a position sets in motion in rooms further right. `main.ts` fills it from the room of complaints. */
export interface DirectorySlots {
  /**
   * Gives the open work of a position to another one, or (`null`) to the coordinator of its agency, and writes that into each piece of work.
   * Called in the transaction that ends the position, at most once for each position.
   *
   * @returns how many pieces of work were moved
   */
  handOver(
    tx: Tx,
    order: { readonly fromPositionId: string; readonly toPositionId: string | null },
  ): Promise<{ readonly moved: number }>;
}
