/** A missed deadline said honestly: what was missed, who has been told of it, who is told next, and what the complainant may do. */
import { Card, formatDay, Time, WarningText } from '../../../design/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { cite, isRuleSet, type LawBook, nearness, tellValue } from '../../../law/index.ts';
import type { Delivery } from '../../../messages/index.ts';
import { ALERT_STAGES } from '../../rules/alerts.ts';
import { type Clock, isLate } from '../../rules/clocks.ts';
import { CLOCK_LABELS } from '../../rules/labels.ts';
import type { Names } from '../telling/names.ts';
import type { Opened } from './opened.ts';

/** What nobody waits for an agency with: the complainant's own turns. */
const OWN_TURN: ReadonlySet<Clock['kind']> = new Set(['silence', 'hold']);

export function lateClocks({ complaint, now }: Pick<Opened, 'complaint' | 'now'>): Clock[] {
  return complaint.clocks.filter((clock) => clock.stoppedAt === null && !OWN_TURN.has(clock.kind) && isLate(clock, now));
}

export function Lateness(props: {
  opened: Opened;
  book: LawBook;
  names: Names;
  messages: readonly Delivery[];
  /** The way to the Ombudsman stands on the same page, below. */
  wayBelow: boolean;
}) {
  const { opened, book, names, messages, wayBelow } = props;
  const { complaint, words, language, now } = opened;
  const late = lateClocks(opened);
  if (late.length === 0) return null;
  const rights = [
    cite({ regulation: 'uu-25-2009', place: 'Pasal 46' })[language],
    cite({ regulation: 'uu-37-2008' })[language],
  ].join('; ');
  return (
    <Card title={words.lateTitle} tone="accent">
      {late.map((clock) => (
        <>
          <WarningText>
            {words.lateWhat(
              CLOCK_LABELS[clock.kind][language],
              formatDay(dayOf(clock.dueAt, complaint.zone), language),
              nearness(clock.dueAt, now, complaint, book, language),
            )}
          </WarningText>
          <Told clock={clock} opened={opened} messages={messages} />
        </>
      ))}
      <p>{words.lateSorry}</p>
      {complaint.ombudsmanOfficeId ? (
        <p>{words.watched(names.agency(complaint.ombudsmanOfficeId))}</p>
      ) : (
        <p>{ladderText(opened, book)}</p>
      )}
      {wayBelow ? (
        <p>{words.rightBelow(rights)}</p>
      ) : (
        <>
          <p>{words.yourRight(rights)}</p>
          <p>{words.toOmbudsman}</p>
        </>
      )}
    </Card>
  );
}

/** Which rungs have been climbed for this clock and when, as the ledger of messages has it; never who by name. */
function Told({ clock, opened, messages }: { clock: Clock; opened: Opened; messages: readonly Delivery[] }) {
  const { words, complaint } = opened;
  const rungs = ALERT_STAGES.filter((stage) => stage !== 'reminder').flatMap((stage) => {
    const first = messages.find(
      (each) => each.purpose === 'complaint.escalation' && each.stage.startsWith(`${stage}:${clock.id}:`),
    );
    return first ? [{ stage, at: first.createdAt }] : [];
  });
  if (rungs.length === 0) return <p>{words.notToldYet}</p>;
  return (
    <ul>
      {rungs.map(({ stage, at }) => (
        <li>
          {words.told[stage]}: <Time at={at} zone={complaint.zone} />
        </li>
      ))}
    </ul>
  );
}

function ladderText({ complaint, words, language }: Opened, book: LawBook): string {
  const filedOn = dayOf(complaint.filedAt, complaint.zone);
  const ruleSet = isRuleSet(complaint.ruleSet) ? complaint.ruleSet : undefined;
  const head = book.parameter('complaint.escalate-head', filedOn, ruleSet);
  const ombudsman = book.parameter('complaint.escalate-ombudsman', filedOn, ruleSet);
  const basis = [...new Set([cite(head.basis)[language], cite(ombudsman.basis)[language]])].join('; ');
  return words.ladder(tellValue(head.value, head.unit, language), tellValue(ombudsman.value, ombudsman.unit, language), basis);
}
