import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FilingInput } from '../../src/complaints/web/filing-schema.ts';
import type { Acknowledged } from '../checks/kept.ts';
import type { HttpClient } from '../load/client.ts';
import { jsonCall, makeFiling } from '../load/filings.ts';

interface Sent {
  readonly key: string;
  readonly filing: FilingInput;
}

/**
 * Senders that file one complaint after the other, each with a mail address of its own, and that keep what got no answer to
 * send it again with the same key, as the API asks of its clients.
 */
export class Senders {
  readonly acknowledged: Acknowledged[] = [];
  #unanswered: Sent[] = [];
  #number = 0;

  /** How many have been sent in all, each under a key of its own. */
  get sent(): number {
    return this.#number;
  }

  get unanswered(): number {
    return this.#unanswered.length;
  }

  /** Files over `connections` connections until `isOver`, whatever becomes of it. */
  async fileUntil(client: HttpClient, connections: number, isOver: () => boolean): Promise<void> {
    const oneAfterTheOther = async () => {
      while (!isOver()) await this.#send(client, this.#next(), isOver);
    };
    await Promise.all(Array.from({ length: connections }, oneAfterTheOther));
  }

  /** Sends again what got no answer. */
  async sendAgain(client: HttpClient): Promise<void> {
    const again = this.#unanswered;
    this.#unanswered = [];
    for (const sent of again) await this.#send(client, sent, () => true);
  }

  #next(): Sent {
    this.#number += 1;
    const contact = { name: 'Pelapor Contoh', email: `pelapor-${this.#number}@example.org` };
    return { key: randomUUID(), filing: makeFiling(contact) };
  }

  /** A refusal or an apology is no acknowledgement: whoever gets one may send again. */
  async #send(client: HttpClient, sent: Sent, isOver: () => boolean): Promise<void> {
    const answer = await client.call(jsonCall(sent.filing, sent.key)).catch(() => undefined);
    if (answer?.status === 201) {
      const { trackingNumber, receiptCode } = JSON.parse(answer.body) as Acknowledged;
      this.acknowledged.push({ trackingNumber, receiptCode });
      return;
    }
    this.#unanswered.push(sent);
    // Nobody hammers at a door that is shut.
    if (!isOver()) await sleep(50);
  }
}
