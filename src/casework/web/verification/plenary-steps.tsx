/** The meeting in short, and what who leads it can do next. */
import {
  Button,
  Details,
  Form,
  formatDay,
  Hidden,
  LinkButton,
  SummaryList,
  TextArea,
  WarningButton,
} from '../../../design/index.ts';
import { dayOf, zoneAbbreviation } from '../../../kernel/time.ts';
import { cite, lawBook } from '../../../law/index.ts';
import { openSubject } from '../../actions/documents/opened-subject.ts';
import type { PlenaryItem, PlenaryMember } from '../../rules/verification/plenary.ts';
import { neededForQuorum } from '../../rules/verification/quorum.ts';
import { loadDocument } from '../../store/documents/documents.ts';
import type { OpenedPlenary } from './plenary-frame.tsx';

export async function PlenaryFacts({ opened, members }: { opened: OpenedPlenary; members: readonly PlenaryMember[] }) {
  const { tools, plenary, words, language, now } = opened;
  // An opened meeting keeps the quorum it was opened with.
  const on = plenary.quorumPercent === null ? dayOf(now, plenary.zone) : plenary.heldOn;
  const rule = (await lawBook(tools)).parameter('case.quorum', on);
  const percent = plenary.quorumPercent ?? rule.value;
  const time = plenary.heldAt.replace(':', language === 'id' ? '.' : ':');
  return (
    <SummaryList
      title={words.plenary.facts}
      rows={[
        {
          key: words.plenary.when,
          value: `${formatDay(plenary.heldOn, language)}, ${time} ${zoneAbbreviation(plenary.zone)}`,
        },
        { key: words.plenary.place, value: plenary.place },
        {
          key: words.plenary.quorum,
          value: `${words.plenary.quorumNeeded(neededForQuorum(members.length, percent), members.length)} (${cite(rule.basis)[language]}). ${words.plenary.quorumPerCase}`,
        },
        ...(plenary.cancelReason ? [{ key: words.plenary.cancelReason, value: plenary.cancelReason }] : []),
      ]}
    />
  );
}

export async function PlenarySteps(props: {
  opened: OpenedPlenary;
  leads: boolean;
  items: readonly PlenaryItem[];
  typedReason: string;
}) {
  const { opened, leads, items, typedReason } = props;
  const { tools, actor, plenary, path, words, language, now } = opened;
  const version = <Hidden name="version" value={String(plenary.version)} />;
  if (plenary.state === 'minutes' || plenary.state === 'ended') {
    const minutes = plenary.minutesDocumentId ? await loadDocument(tools.db, plenary.minutesDocumentId) : undefined;
    const reads = (await openSubject(tools.db, { kind: 'plenary', id: plenary.id }))?.reach(actor).sees ?? false;
    const isMade = minutes && minutes.state !== 'discarded';
    return (
      <section>
        <h2>{words.plenary.minutes}</h2>
        {plenary.state === 'minutes' && <p>{words.plenary.minutesLead}</p>}
        {!reads && <p>{words.plenary.minutesElse}</p>}
        {reads && isMade && <LinkButton href={`${path}/documents/${minutes.id}`}>{words.plenary.toMinutes}</LinkButton>}
        {leads && reads && !isMade && (
          <Form action={`${path}/minutes`}>
            {version}
            <Button name="minutes" value="yes">
              {words.plenary.writeMinutes}
            </Button>
          </Form>
        )}
        {plenary.state === 'minutes' &&
          leads &&
          (minutes?.file ? (
            <Form action={`${path}/end`}>
              {version}
              <Button name="end" value="yes">
                {words.plenary.end}
              </Button>
            </Form>
          ) : (
            <p id="end">{words.plenary.endNotYet}</p>
          ))}
      </section>
    );
  }
  if (!leads || plenary.state === 'cancelled') return null;
  const isToday = dayOf(now, plenary.zone).equals(plenary.heldOn);
  const areDecided = items.every((each) => each.decision !== null);
  return (
    <section>
      <h2>{words.plenary.steps}</h2>
      {plenary.state === 'planned' && (
        <>
          {isToday ? (
            <Form action={`${path}/open`}>
              {version}
              <Button name="open" value="yes">
                {words.plenary.open}
              </Button>
            </Form>
          ) : (
            <p id="open">{words.plenary.openOn(formatDay(plenary.heldOn, language))}</p>
          )}
          <p>
            <a href={`${path}/change`}>{words.plenary.edit}</a>
          </p>
          <Details summary={words.plenary.cancel} open={typedReason !== ''}>
            <p>{words.plenary.cancelLead}</p>
            <Form action={`${path}/cancel`}>
              {version}
              <TextArea name="reason" label={words.plenary.cancelReason} rows={2} value={typedReason} />
              <WarningButton>{words.plenary.cancel}</WarningButton>
            </Form>
          </Details>
        </>
      )}
      {plenary.state === 'open' &&
        (areDecided ? (
          <Form action={`${path}/close`}>
            {version}
            <Button name="close" value="yes">
              {words.plenary.close}
            </Button>
          </Form>
        ) : (
          <p id="close">{words.plenary.closeNotYet}</p>
        ))}
    </section>
  );
}
