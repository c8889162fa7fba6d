import { Table } from '../../../design/index.ts';
import { type Delivery, describeDelivery } from '../../../messages/index.ts';
import type { Telling } from './telling.ts';

/** What was told to whom, as the ledger of messages has it. Never an address or a name. */
export function Messages({ deliveries, at }: { deliveries: readonly Delivery[]; at: Telling }) {
  const { words, language, complaint, now } = at;
  return (
    <section>
      <h2>{words.messagesHeading}</h2>
      {deliveries.length === 0 ? (
        <p>{words.noMessages}</p>
      ) : (
        <Table
          id="messages"
          caption={words.messagesCaption}
          captionSize="hidden"
          columns={[words.messageWhat, words.messageTo, words.messageState].map((label) => ({ label }))}
          rows={deliveries.map((delivery) => [
            words.purposes[delivery.purpose] ?? words.purposes.other ?? '',
            delivery.recipient.kind === 'complainant' ? words.theComplainant : words.anOfficer,
            describeDelivery(delivery, { language, zone: complaint.zone, now }),
          ])}
          stacked
        />
      )}
    </section>
  );
}
