/** On the page of one's own complaint: that the way to the Ombudsman is open and why, or why not yet and from which day. */
import type { OwnComplaint } from '../../../complaints/index.ts';
import { Card, formatDay, LinkButton } from '../../../design/index.ts';
import { dayOf, type Moment } from '../../../kernel/time.ts';
import type { Appeal, AppealReason } from '../../rules/intake/may-appeal.ts';
import type { IntakeWords } from './words.ts';

export interface AppealTelling {
  readonly own: OwnComplaint;
  readonly appeal: Appeal;
  readonly words: IntakeWords;
}

const day = (at: Moment, { complaint, language }: OwnComplaint): string => formatDay(dayOf(at, complaint.zone), language);

function reasonText(reason: AppealReason, { own, words: { card } }: AppealTelling): string {
  switch (reason.code) {
    case 'deadline-passed':
      return card.reason['deadline-passed'](card.clock[reason.clock], day(reason.dueAt, own));
    case 'returned-often':
      return card.reason['returned-often'](reason.times);
    default:
      return card.reason[reason.code];
  }
}

/** The reasons, or what is waited for. */
export function AppealStanding(telling: AppealTelling) {
  const { appeal, own, words } = telling;
  const { card } = words;
  if (appeal.may) {
    return (
      <>
        <p>{card.because}</p>
        <ul>
          {appeal.reasons.map((reason) => (
            <li>{reasonText(reason, telling)}</li>
          ))}
        </ul>
      </>
    );
  }
  return (
    <>
      <p>{card.notYet[appeal.why]}</p>
      {/* A moment that is over by a second on the last day: the day after is the first whole one. */}
      {appeal.from && <p>{card.from(day(appeal.from.add({ seconds: 1 }), own))}</p>}
    </>
  );
}

export function AppealCard(telling: AppealTelling) {
  const { appeal, own, words } = telling;
  const { card } = words;
  return (
    <Card title={appeal.may ? card.title : card.notYetTitle} {...(appeal.may ? { tone: 'accent' as const } : {})}>
      {appeal.may && <p>{card.lead}</p>}
      <AppealStanding {...telling} />
      <p class="govuk-hint">
        {card.basis} <a href="/ombudsman">{card.more}</a>
      </p>
      {appeal.may && <LinkButton href={`${own.path}/ombudsman`}>{card.button}</LinkButton>}
    </Card>
  );
}
