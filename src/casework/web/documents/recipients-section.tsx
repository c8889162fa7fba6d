/** Each recipient with every sending and its outcome: the proof of receipt; below them, what comes from paper. */
import {
  Button,
  DateInput,
  Details,
  FileUpload,
  Form,
  Hidden,
  Radios,
  Select,
  SummaryList,
  Tag,
  TextInput,
  Time,
  type Tone,
} from '../../../design/index.ts';
import { peopleByIds } from '../../../directory/index.ts';
import { type Delivery, deliveryState, lastDelivery } from '../../rules/documents/document.ts';
import { mayAct } from '../../rules/documents/permissions.ts';
import { filesOfDocument } from '../../store/documents/files.ts';
import { tellRecipient } from './addressee-form.tsx';
import { FilesOf } from './answer-view.tsx';
import type { RefusedStep } from './document-page.tsx';
import type { DocumentPlace } from './place.ts';

const TONES: Readonly<Record<ReturnType<typeof deliveryState>, Tone>> = {
  'not-sent': 'neutral',
  sent: 'info',
  received: 'success',
  returned: 'danger',
};

export async function recipientsSection(place: DocumentPlace, again?: RefusedStep) {
  const { tools, document, words, language, own } = place;
  if (document.recipients.length === 0) return null;
  const ids = document.deliveries.flatMap(({ outcome, sentBy }) => [sentBy, outcome?.by.replace('person:', '') ?? '']);
  const people = await peopleByIds(tools.db, ids);
  const names = await Promise.all(document.recipients.map((one) => tellRecipient(place, one)));
  const slips = (await filesOfDocument(tools.db, document.id)).filter(({ purpose }) => purpose === 'slip');
  return (
    <>
      <h2>{words.page.recipients}</h2>
      {document.recipients.map((one, index) => {
        const state = deliveryState(document, one.no);
        return (
          <SummaryList
            title={`${one.no === 1 ? words.page.addressee : words.page.copy}: ${names[index]}`}
            rows={[
              { key: words.list.state, value: <Tag tone={TONES[state]}>{words.deliveryStates[state]}</Tag> },
              ...document.deliveries
                .filter(({ recipientNo }) => recipientNo === one.no)
                .map((delivery) => ({
                  key: words.page.attempt(delivery.attempt),
                  value: tellDelivery(place, delivery, (id) => people.get(id)?.name ?? ''),
                })),
            ]}
          />
        );
      })}
      {slips.length > 0 && (
        <>
          <h3>{words.page.slip}</h3>
          <FilesOf files={slips} hrefOf={(file) => `${own}/files/${file.id}`} language={language} />
        </>
      )}
      {await recordForm(place, names, again)}
    </>
  );
}

function tellDelivery({ words, opened }: DocumentPlace, delivery: Delivery, name: (id: string) => string) {
  const { zone } = opened.facts;
  const { outcome } = delivery;
  const by = outcome?.by === 'complainant' ? words.page.byReporter : name(outcome?.by.replace('person:', '') ?? '');
  return (
    <>
      {words.ways[delivery.way]}, <Time at={delivery.sentAt} zone={zone} /> ({name(delivery.sentBy)})
      {outcome && (
        <>
          <br />
          {words.deliveryStates[outcome.outcome]} <Time at={outcome.at} zone={zone} />.{' '}
          {outcome.how === 'opened' ? words.page.opened : words.page.recorded} {by}
          {outcome.reason && `: ${outcome.reason}`}
        </>
      )}
    </>
  );
}

/** For recipients whose last sending has no outcome yet. */
async function recordForm(place: DocumentPlace, names: readonly string[], again?: RefusedStep) {
  const { document, actor, opened, words, own } = place;
  const open = document.recipients.filter(({ no }) => lastDelivery(document, no)?.outcome === null);
  const may =
    mayAct(opened.reach(actor), actor, document, 'record-receipt') === 'yes' ||
    mayAct(opened.reach(actor), actor, document, 'send') === 'yes';
  if (open.length === 0 || !may) return null;
  const typed = again?.typed.step === 'receipt' ? again.typed : {};
  return (
    <Details summary={words.page.record} open={again?.typed.step === 'receipt'} id="receipt">
      <Form action={`${own}/receipt`} multipart>
        <Hidden name="revision" value={String(document.revision)} />
        <Select
          name="recipient"
          label={words.page.recordFor}
          value={typed.recipient ?? String(open[0]?.no ?? '')}
          options={open.map(({ no }) => ({
            value: String(no),
            label: names[document.recipients.findIndex((one) => one.no === no)] ?? '',
          }))}
        />
        <Radios
          name="outcome"
          label={words.page.outcome}
          value={typed.outcome ?? 'received'}
          choices={(['received', 'returned'] as const).map((value) => ({ value, label: words.page.outcomes[value] }))}
          inline
        />
        <DateInput
          name="on"
          label={words.page.on}
          value={{ day: typed['on-day'] ?? '', month: typed['on-month'] ?? '', year: typed['on-year'] ?? '' }}
        />
        <TextInput name="reason" label={words.page.reason} hint={words.page.reasonHint} value={typed.reason ?? ''} />
        <FileUpload name="slip" label={words.page.slipFile} hint={words.page.slipHint} single optional />
        <Button kind="secondary">{words.page.recordIt}</Button>
      </Form>
    </Details>
  );
}
