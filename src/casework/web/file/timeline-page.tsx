/** `/desk/cases/:id/timeline`: everything that happened, newest first, with what was written. */
import { formatMoment, InsetText, Timeline } from '../../../design/index.ts';
import { peopleByIds } from '../../../directory/index.ts';
import { readEvents } from '../../../platform/audit/index.ts';
import { type CaseTimelineItem, caseTimeline } from '../../rules/case-timeline.ts';
import { ENTRY_AUDIENCES, type Json } from '../../rules/decision.ts';
import { inProcedure } from '../../rules/documents/procedure-words.ts';
import { ENTRY_KINDS } from '../../rules/entry-kinds.ts';
import { CASE_EVENT_LABELS } from '../../rules/event-labels.ts';
import { caseEntries } from '../../store/timeline.ts';
import { casePage } from '../case-frame.tsx';
import type { OpenedCase } from '../opened.tsx';
import { wordsIn } from './words.ts';

export async function timelinePage(opened: OpenedCase): Promise<Response> {
  const { tools, actor, file, language } = opened;
  const words = wordsIn(language);
  const [events, entries] = await Promise.all([readEvents(tools.db, file.id), caseEntries(tools.db, file.id, ENTRY_AUDIENCES)]);
  const recorded = events.map((event) => ({
    seq: event.seq,
    type: event.type,
    at: event.at,
    actor: event.actor,
    payload: event.content.state === 'kept' ? (event.content.payload as { readonly [key: string]: Json }) : null,
  }));
  const items = caseTimeline(file, recorded, entries, actor);
  const people = await peopleByIds(
    tools.db,
    items.flatMap((item) => (item.author.startsWith('person:') ? [item.author.slice('person:'.length)] : [])),
  );
  const who = (author: string) => {
    if (author === 'complainant') return words.reporter;
    if (author.startsWith('person:')) return people.get(author.slice('person:'.length))?.name ?? words.unknown;
    return words.system;
  };
  const title = (item: CaseTimelineItem) =>
    (item.type && inProcedure(CASE_EVENT_LABELS[item.type]?.[language] ?? '', opened.file.ruleSet)) ||
    (item.entry && ENTRY_KINDS[item.entry.kind]?.[language]) ||
    words.history;
  return casePage(
    opened,
    'timeline',
    words.history,
    items.length === 0 ? (
      <p>{words.notYet}</p>
    ) : (
      <Timeline
        items={items.map((item) => ({
          title: title(item),
          by: who(item.author),
          when: formatMoment(item.at, file.zone, language),
          body: item.entry && (
            <>
              {item.entry.audience === 'internal' && <InsetText>{words.internalNote}</InsetText>}
              <p class="tuntas-preserve">{item.entry.text}</p>
            </>
          ),
        }))}
      />
    ),
  );
}
