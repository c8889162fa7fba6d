/** `/desk/agreements/:code/history`: everything that happened, newest first, as the audit record has it. */
import { formatMoment, Pagination, Timeline } from '../../../design/index.ts';
import { peopleByIds } from '../../../directory/index.ts';
import { type AuditEvent, newestEvents } from '../../../platform/audit/index.ts';
import { pageOf, readCursor } from '../../../platform/database/cursor.ts';
import { address, cursorOf } from '../../../platform/http/query.ts';
import { AGREEMENT_EVENTS } from '../../rules/event-labels.ts';
import { linesOf } from '../../store/lines.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { onAgreement } from '../opened.tsx';
import { wordsIn } from './words.ts';

const PAGE_SIZE = 50;

export const historyPage = onAgreement(async (opened) => {
  const { c, tools, agreement, language, path } = opened;
  const w = wordsIn(language).history;
  const after = cursorOf(c);
  const [before = null] = (readCursor(after, ['number']) ?? []) as readonly number[];
  const [rows, lines] = await Promise.all([
    newestEvents(tools.db, agreement.id, { before, limit: PAGE_SIZE + 1 }),
    linesOf(tools.db, agreement.id),
  ]);
  const { lines: events, next } = pageOf(rows, PAGE_SIZE, ({ seq }) => [seq]);
  const people = await peopleByIds(
    tools.db,
    events.flatMap(({ actor }) => (actor.startsWith('person:') ? [actor.slice('person:'.length)] : [])),
  );
  const who = (actor: string) =>
    actor.startsWith('person:') ? (people.get(actor.slice('person:'.length))?.name ?? w.unknown) : w.system;
  const ordinals = new Map(lines.map(({ id, ordinal }) => [id, ordinal]));
  return agreementPage(
    opened,
    'history',
    w.title,
    <>
      <p>{w.lead}</p>
      <Timeline
        items={events.map((event) => ({
          title: AGREEMENT_EVENTS[event.type]?.[language] ?? w.something,
          by: who(event.actor),
          when: formatMoment(event.at, agreement.zone, language),
          body: <Details event={event} ordinals={ordinals} words={w} />,
        }))}
      />
      <Pagination
        previousHref={before !== null ? `${path}/history` : undefined}
        nextHref={next ? address(`${path}/history`, { after: next }) : undefined}
        about={w.pages}
      />
    </>,
  );
});

/** What of an event reads as a sentence: the reason somebody gave, the fields that changed, the line it is about. Never ids. */
function Details(props: {
  event: AuditEvent;
  ordinals: ReadonlyMap<string, number>;
  words: ReturnType<typeof wordsIn>['history'];
}) {
  const { event, ordinals, words: w } = props;
  if (event.content.state === 'erased') return <p>{w.erased}</p>;
  if (event.content.state === 'lost') return <p>{w.lost}</p>;
  const payload = event.content.payload as Readonly<Record<string, unknown>>;
  const text = (key: string) => (typeof payload[key] === 'string' && payload[key] !== '' ? (payload[key] as string) : undefined);
  const fields = Array.isArray(payload.fields) ? payload.fields.flatMap((field) => w.fields[String(field)] ?? []) : [];
  const line = text('line') ?? text('lineId');
  const ordinal = line === undefined ? undefined : ordinals.get(line);
  const reason = text('reason');
  return (
    <>
      {ordinal !== undefined && <p>{w.line(ordinal)}</p>}
      {fields.length > 0 && <p>{w.changed(fields.join(', '))}</p>}
      {reason && <p class="tuntas-preserve">{reason}</p>}
    </>
  );
}
