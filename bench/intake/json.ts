import type { Acknowledged } from '../checks/kept.ts';
import { jsonCall, makeFiling } from '../load/filings.ts';
import { type Intake, NotFiled, type Ticket } from './intake.ts';

/** Reachable by telephone alone: a mail would be the worker's work, which both sides of the comparison are to share. */
const CONTACT = { name: 'Pelapor Contoh', phone: '0812-0000-0000' };

/** `POST /api/v1/complaints`. */
export const jsonIntake: Intake = {
  name: 'json',

  async prepare(call) {
    return async () => {
      const { status, body } = await call(jsonCall(makeFiling(CONTACT)));
      if (status !== 201) throw new NotFiled(status, body);
      return body;
    };
  },

  async acknowledged(tickets: readonly Ticket[]) {
    return tickets.map((ticket) => {
      const { trackingNumber, receiptCode } = JSON.parse(ticket) as Acknowledged;
      return { trackingNumber, receiptCode };
    });
  },
};
