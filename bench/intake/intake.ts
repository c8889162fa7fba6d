import type { AppInProcess } from '../app/in-process.ts';
import type { Acknowledged } from '../checks/kept.ts';
import type { Caller } from '../load/client.ts';

/** One way in which complaints come in. `Ticket` is what the sender holds in hand after an answer. */
export interface Intake {
  readonly name: string;
  /**
   * Prepares filings; whatever must be there before the measured request is made here.
   *
   * @param call reaches the app, over HTTP or in this process
   * @param inProcess tools over the app's database, to prepare with
   * @param most how many will be filed at the most
   * @returns files one at each call: exactly the work that is measured; `undefined` when all have been filed
   */
  prepare(call: Caller, inProcess: AppInProcess, most: number): Promise<() => Promise<Ticket | undefined>>;
  /** Number and code of everything acknowledged. */
  acknowledged(tickets: readonly Ticket[], inProcess: AppInProcess): Promise<readonly Acknowledged[]>;
}

/** Opaque to everyone but the intake that made it. */
export type Ticket = string;

/** An answer other than the one of a complaint that was filed. */
export class NotFiled extends Error {
  constructor(status: number, body: string) {
    super(`not filed: ${status} ${body.slice(0, 300)}`);
    this.name = 'NotFiled';
  }
}
