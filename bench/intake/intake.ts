import type { AppInProcess } from '../app/in-process.ts';
import type { Acknowledged } from '../checks/kept.ts';
import type { HttpClient } from '../load/client.ts';

/** One way in which complaints come in. `Ticket` is what the sender holds in hand after an answer. */
export interface Intake {
  readonly name: string;
  /** Files one in this process, for its statements to be noted down: exactly the work that is measured, and nothing before it. */
  prepareInProcess(inProcess: AppInProcess): Promise<() => Promise<void>>;
  /**
   * Prepares filings for an app behind `client`; whatever must be there before the measured request is made here.
   *
   * @param most how many will be filed at the most
   * @param inProcess tools over the same database, to prepare with
   */
  prepare(client: HttpClient, inProcess: AppInProcess, most: number): Promise<() => Promise<Ticket>>;
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
