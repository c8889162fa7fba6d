/** `/desk/plenaries/:id`: one meeting: members and attendance, agenda, the steps of the meeting, its minutes. */
import {
  Button,
  ButtonGroup,
  Checkboxes,
  Details,
  Form,
  formatDay,
  Hidden,
  LinkButton,
  StatusTag,
  SummaryList,
  seeOther,
  Table,
  Tag,
  TextArea,
  WarningButton,
} from '../../../design/index.ts';
import { type PositionKind, peopleByIds, positionKind } from '../../../directory/index.ts';
import { dayOf, zoneAbbreviation } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import type { Form as SentForm } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { openSubject } from '../../actions/documents/opened-subject.ts';
import type { PlenaryOutcome, PlenaryTarget } from '../../actions/verification/on-plenary.ts';
import { cancelPlenary, closePlenary, openPlenary } from '../../actions/verification/plan-plenary.ts';
import { addToAgenda, moveOnAgenda, recordPresence, removeFromAgenda } from '../../actions/verification/plenary-agenda.ts';
import { endPlenary, writeMinutes } from '../../actions/verification/plenary-minutes.ts';
import type { Case } from '../../rules/case.ts';
import { DECISION_LABELS, type PlenaryItem, type PlenaryMember } from '../../rules/verification/plenary.ts';
import { mayLead } from '../../rules/verification/plenary-permissions.ts';
import { neededForQuorum } from '../../rules/verification/quorum.ts';
import { viewOf } from '../../rules/visibility.ts';
import { loadCase } from '../../store/cases.ts';
import { loadDocument } from '../../store/documents/documents.ts';
import { membersOf } from '../../store/verification/plenaries.ts';
import { itemsOf, waitingForPlenary } from '../../store/verification/plenary-items.ts';
import { versionOf } from '../opened.tsx';
import { ONE_PLENARY, type OpenedPlenary, onPlenaryPage, plenaryPage } from './plenary-frame.tsx';
import { type Refused, refused } from './refused.ts';

const MOST_WAITING = 50;

type Step = (opened: OpenedPlenary, target: PlenaryTarget, form: SentForm) => PlenaryOutcome;

export function mountPlenary(app: WebRoutes): void {
  app.get(
    ONE_PLENARY,
    onPlenaryPage((opened) => meetingPage(opened)),
  );
  const step = (name: string, field: string, take: Step, done: (opened: OpenedPlenary) => string | undefined) =>
    app.post(
      `${ONE_PLENARY}/${name}`,
      onPlenaryPage(async (opened) => {
        const { c, plenary, path, language } = opened;
        const form = readForm(c);
        const outcome = await take(opened, { plenaryId: plenary.id, version: versionOf(form.text('version')) }, form);
        if (outcome.ok) return seeOther(c, path, done(opened));
        if (outcome.refusal === 'case.absent') return c.notFound();
        return meetingPage(opened, refused(outcome.refusal, language, field), form.text('reason'));
      }),
    );
  step(
    'open',
    'open',
    ({ tools, actor }, target) => openPlenary(tools, actor, target),
    ({ words }) => words.plenary.opened,
  );
  step(
    'attendance',
    'present',
    ({ tools, actor }, target, form) => recordPresence(tools, actor, target, form.all('present')),
    ({ words }) => words.plenary.attendanceSaved,
  );
  step(
    'agenda',
    'agenda',
    ({ tools, actor }, target, form) => addToAgenda(tools, actor, target, form.text('case')),
    ({ words }) => words.plenary.added,
  );
  step(
    'agenda/remove',
    'agenda',
    ({ tools, actor }, target, form) => removeFromAgenda(tools, actor, target, form.text('case')),
    ({ words }) => words.plenary.removed,
  );
  step(
    'agenda/up',
    'agenda',
    ({ tools, actor }, target, form) => moveOnAgenda(tools, actor, target, form.text('case')),
    () => undefined,
  );
  step(
    'close',
    'close',
    ({ tools, actor }, target) => closePlenary(tools, actor, target),
    ({ words }) => words.plenary.closed,
  );
  step(
    'minutes',
    'minutes',
    ({ tools, actor }, target) => writeMinutes(tools, actor, target),
    ({ words }) => words.plenary.minutesMade,
  );
  step(
    'end',
    'end',
    ({ tools, actor }, target) => endPlenary(tools, actor, target),
    ({ words }) => words.plenary.ended,
  );
  step(
    'cancel',
    'reason',
    ({ tools, actor }, target, form) => cancelPlenary(tools, actor, target, form.text('reason')),
    ({ words }) => words.plenary.cancelled,
  );
}

/** A case of the agenda; `null` when a conflict of interest hides it from this member. */
interface ShownItem {
  readonly item: PlenaryItem;
  readonly file: Case | null;
}

async function meetingPage(opened: OpenedPlenary, answer?: Refused, typedReason = ''): Promise<Response> {
  const { tools, actor, plenary, number, words } = opened;
  const leads = mayLead(actor, plenary);
  const [members, items] = [await membersOf(tools.db, plenary.id), await itemsOf(tools.db, plenary.id)];
  const shown: ShownItem[] = [];
  for (const item of items) {
    const file = await loadCase(tools.db, item.caseId);
    const isSeen = file && viewOf(file, actor) === 'officer' && !item.excludedPersonIds.includes(actor.personId);
    shown.push({ item, file: isSeen ? file : null });
  }
  return plenaryPage(
    opened,
    words.plenaries.meeting(number),
    <>
      <p>{words.plenary.closedMeeting}</p>
      <Facts opened={opened} members={members} />
      <Steps opened={opened} leads={leads} items={items} typedReason={typedReason} />
      <Agenda opened={opened} leads={leads} items={shown} />
      <Members opened={opened} leads={leads} members={members} />
    </>,
    { ...(answer ?? {}), back: 'list', wide: true },
  );
}

async function Facts({ opened, members }: { opened: OpenedPlenary; members: readonly PlenaryMember[] }) {
  const { tools, plenary, words, language, now } = opened;
  const percent = plenary.quorumPercent ?? (await lawBook(tools)).parameter('case.quorum', dayOf(now, plenary.zone)).value;
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
          value: `${words.plenary.quorumNeeded(neededForQuorum(members.length, percent), members.length)}. ${words.plenary.quorumPerCase}`,
        },
        ...(plenary.cancelReason ? [{ key: words.plenary.cancelReason, value: plenary.cancelReason }] : []),
      ]}
    />
  );
}

async function Steps(props: { opened: OpenedPlenary; leads: boolean; items: readonly PlenaryItem[]; typedReason: string }) {
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

async function Agenda({ opened, leads, items }: { opened: OpenedPlenary; leads: boolean; items: readonly ShownItem[] }) {
  const { tools, actor, plenary, path, words, language } = opened;
  const isLive = plenary.state === 'planned' || plenary.state === 'open';
  const waiting: Case[] = [];
  if (isLive && leads) {
    for (const id of await waitingForPlenary(tools.db, plenary.officeId, MOST_WAITING)) {
      const file = await loadCase(tools.db, id);
      if (file && viewOf(file, actor) === 'officer') waiting.push(file);
    }
  }
  const button = (action: string, file: Case, text: string) => (
    <Form action={`${path}/${action}`}>
      <Hidden name="version" value={String(plenary.version)} />
      <Hidden name="case" value={file.id} />
      <Button kind="secondary">
        {text}
        <span class="govuk-visually-hidden">: {words.plenary.aboutItem(file.number)}</span>
      </Button>
    </Form>
  );
  return (
    <section id="agenda">
      <h2>{words.plenary.agenda}</h2>
      {items.length === 0 && <p>{words.plenary.emptyAgenda}</p>}
      {items.length > 0 && (
        <ol>
          {items.map(({ item, file }, index) => (
            <li>
              {file === null ? (
                <p>{words.plenary.hiddenItem}</p>
              ) : (
                <>
                  <p>
                    <a href={`${path}/items/${file.id}`}>{file.number}</a>, {file.title}{' '}
                    {item.decision && (
                      <StatusTag
                        label={DECISION_LABELS[item.decision][language]}
                        tone={item.decision === 'postpone' ? 'warning' : 'success'}
                      />
                    )}
                  </p>
                  {leads && isLive && item.decision === null && (
                    <ButtonGroup>
                      <LinkButton href={`${path}/items/${file.id}`}>{words.plenary.discuss}</LinkButton>
                      {index > 0 && items[index - 1]?.item.decision === null && button('agenda/up', file, words.plenary.up)}
                      {button('agenda/remove', file, words.plenary.remove)}
                    </ButtonGroup>
                  )}
                </>
              )}
            </li>
          ))}
        </ol>
      )}
      {leads && isLive && (
        <>
          <h3>{words.plenary.waiting}</h3>
          {waiting.length === 0 ? (
            <p>{words.plenary.noneWaiting}</p>
          ) : (
            <ul>
              {waiting.map((file) => (
                <li>
                  <p>
                    <a href={`/desk/cases/${file.id}`}>{file.number}</a>, {file.title}
                  </p>
                  {button('agenda', file, words.plenary.add)}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}

async function Members(props: { opened: OpenedPlenary; leads: boolean; members: readonly PlenaryMember[] }) {
  const { opened, leads, members } = props;
  const { tools, plenary, path, words, language } = opened;
  const people = await peopleByIds(
    tools.db,
    members.map((each) => each.personId),
  );
  const name = (each: PlenaryMember) => people.get(each.personId)?.name ?? words.someone;
  const position = (each: PlenaryMember) => positionKind(each.positionKind as PositionKind).label[language];
  const attendance = (each: PlenaryMember) =>
    each.isPresent === null ? words.plenary.notRecorded : each.isPresent ? words.plenary.present : words.plenary.absent;
  const isExpected = plenary.state === 'planned' || plenary.state === 'cancelled';
  return (
    <section>
      <h2>{words.plenary.members}</h2>
      <p>{isExpected ? words.plenary.membersExpected : words.plenary.membersFrozen}</p>
      {plenary.state === 'open' && leads ? (
        <Form action={`${path}/attendance`}>
          <Hidden name="version" value={String(plenary.version)} />
          <Checkboxes
            name="present"
            label={words.plenary.attendance}
            hint={words.plenary.attendanceHint}
            values={members.filter((each) => each.isPresent === true).map((each) => each.personId)}
            choices={members.map((each) => ({ value: each.personId, label: name(each), hint: position(each) }))}
          />
          <Button>{words.plenary.saveAttendance}</Button>
        </Form>
      ) : (
        <Table
          id="members"
          caption={words.plenary.members}
          captionSize="s"
          stacked
          rowHeaders
          columns={[{ label: words.plenary.members }, { label: words.team.role }, { label: words.plenary.attendance }]}
          rows={members.map((each) => [
            name(each),
            position(each),
            isExpected ? '' : <Tag tone={each.isPresent ? 'success' : 'neutral'}>{attendance(each)}</Tag>,
          ])}
        />
      )}
    </section>
  );
}
