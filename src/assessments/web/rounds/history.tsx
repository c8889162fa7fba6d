/** What happened to an assessment, latest first: from its audit file. */
import { Time, Timeline } from '../../../design/index.ts';
import { peopleByIds } from '../../../directory/index.ts';
import { type AuditEvent, readEvents } from '../../../platform/audit/index.ts';
import { zoneOfAssessment } from '../../actions/reply-time.ts';
import type { AskedAssessment } from './opened.tsx';

const SHOWN = [
  'assessment.planned',
  'assessment.submit',
  'assessment.return',
  'assessment.check',
  'assessment.moderate',
  'assessment.notify',
  'assessment.finalise',
  'assessment.publish',
  'assessment.correct',
  'reply.filed',
  'reply.withdrawn',
  'reply.waived',
  'reply.decided',
  'reply.due-moved',
  'unit.added',
  'unit.removed',
  'unit.assigned',
  'unit.taken-off',
] as const;

export type ShownEvent = (typeof SHOWN)[number];

const isShown = (type: string): type is ShownEvent => (SHOWN as readonly string[]).includes(type);

const textIn = (event: AuditEvent, key: string): string | undefined => {
  if (event.content.state !== 'kept') return undefined;
  const payload = event.content.payload as Readonly<Record<string, unknown>> | null;
  const value = payload?.[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Names of people are for the Ombudsman's officers; the assessed side reads what happened and why. */
export async function History({ asked }: { asked: AskedAssessment }) {
  const { tools, words, assessment, view } = asked;
  const events = (await readEvents(tools.db, assessment.id)).filter((event) => isShown(event.type)).reverse();
  const inside = view.as === 'ombudsman';
  const people = inside
    ? await peopleByIds(
        tools.db,
        events.map((event) => event.actor.replace(/^person:/, '')),
      )
    : new Map<string, { readonly name: string }>();
  const forSide = (type: string) => !type.startsWith('unit.') && type !== 'assessment.return';
  const zone = zoneOfAssessment(assessment);
  const items = events
    .filter((event) => inside || forSide(event.type))
    .map((event) => {
      const reason = textIn(event, 'reason');
      const decree = textIn(event, 'decree');
      return {
        title: words.history.events[event.type as ShownEvent],
        by: people.get(event.actor.replace(/^person:/, ''))?.name,
        when: <Time at={event.at} zone={zone} />,
        body:
          reason || decree ? (
            <>
              {reason && <p class="tuntas-preserve">{reason}</p>}
              {decree && <p>{words.history.decree(decree)}</p>}
            </>
          ) : undefined,
      };
    });
  return items.length === 0 ? null : (
    <section>
      <h2>{words.history.title}</h2>
      <Timeline items={items} />
    </section>
  );
}
