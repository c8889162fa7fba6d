/** `/desk/agreements/:code/reviews/:n`: one joint review from its agenda to its minutes, with what the reader may do now. */
import type { Child } from 'hono/jsx';
import {
  Button,
  ButtonGroup,
  Card,
  Checkbox,
  Form,
  formatDay,
  formatMoment,
  Hidden,
  InsetText,
  LinkButton,
  SummaryList,
  Table,
  Tag,
  TextArea,
} from '../../../design/index.ts';
import { zoneAbbreviation } from '../../../kernel/time.ts';
import { voiceNames } from '../../actions/reviews/names.ts';
import { agendaNow, ownerNames } from '../../actions/reviews/review-agenda.ts';
import { focalPointsOn } from '../../rules/agreement.ts';
import { periodLabel } from '../../rules/reviews/periods.ts';
import { DECISION_ACTION_LABELS, DECISION_STATE_LABELS, REVIEW_STATE_LABELS } from '../../rules/reviews/review.transitions.ts';
import { type Minutes, PRESENCE_LABELS, REVIEW_LIMITS, waitsFor } from '../../rules/reviews/review.ts';
import {
  bringsPointsFor,
  decisionActions,
  isSecretary,
  mayWriteMinutes,
  reviewActions,
} from '../../rules/reviews/review-steps.ts';
import { voicesOf } from '../../rules/reviews/voices.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { loadLine } from '../../store/lines.ts';
import { departedPoints } from '../../store/register/focal-points.ts';
import { pointsOf } from '../../store/reviews/reviews.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { agreementPath } from '../opened.tsx';
import { AgendaView, dayText } from './agenda-view.tsx';
import { REVIEW_TONES } from './list-page.tsx';
import type { Again, OpenedReview } from './opened-review.tsx';

type Names = ReadonlyMap<string, string>;

export interface Typed {
  readonly point?: string;
  readonly discussion?: string;
}

export async function reviewPage(opened: OpenedReview, errors?: Again, typed: Typed = {}): Promise<Response> {
  const { tools, agreement, words, language, review, actor } = opened;
  const names = await voiceNames(tools.db, agreement);
  const w = words.review;
  const zone = agreement.zone;
  const hour = review.meetsAt === '' ? '' : `, ${review.meetsAt} ${zoneAbbreviation(zone)}`;
  const period = `${periodLabel(review.rhythm, review.period)[language]} (${formatDay(review.period.from, language, 'short')} – ${formatDay(review.period.until, language, 'short')})`;
  const wasHeld = review.state === 'held' || review.minutes.length > 0;
  return agreementPage(
    opened,
    'reviews',
    words.reviews.nth(review.ordinal),
    <>
      <p>
        <Tag tone={REVIEW_TONES[review.state]}>{REVIEW_STATE_LABELS[review.state][language]}</Tag>
      </p>
      <SummaryList
        rows={[
          { key: w.facts.period, value: period },
          { key: w.facts.meets, value: `${formatDay(review.meetsOn, language)}${hour}` },
          { key: w.facts.place, value: review.place === '' ? w.facts.noPlace : review.place },
          { key: w.facts.secretary, value: names.get(review.secretaryRoot) ?? '' },
          ...(review.agendaAt ? [{ key: w.facts.called, value: formatMoment(review.agendaAt, zone, language) }] : []),
          ...(review.stateNote ? [{ key: w.facts.why, value: review.stateNote }] : []),
        ]}
      />
      <NextSteps opened={opened} />
      {review.minutes.length > 0 && <MinutesView opened={opened} names={names} />}
      {wasHeld && <Attendance opened={opened} />}
      {wasHeld && <Discussion opened={opened} typed={typed.discussion} />}
      {wasHeld && <Decisions opened={opened} table={await decisionRows(opened)} />}
      {review.state === 'planned' && (
        <Points opened={opened} names={names} points={await pointsOf(tools.db, review)} typed={typed.point ?? ''} />
      )}
      {review.state !== 'cancelled' && (
        <>
          <h2 id="agenda">{w.agenda}</h2>
          <AgendaPart opened={opened} live={review.agenda ?? (await agendaNow(tools, tools.db, agreement, review))} />
        </>
      )}
      {isSecretary(actor, agreement, review) && review.state === 'planned' && (
        <Unreachable opened={opened} names={names} departed={await departedPoints(tools.db, agreement.id, opened.today)} />
      )}
    </>,
    errors ? { errors: errors.errors, status: errors.status } : {},
  );
}

function AgendaPart({
  opened,
  live,
}: {
  readonly opened: OpenedReview;
  readonly live: NonNullable<OpenedReview['review']['agenda']>;
}) {
  const { review, words, language } = opened;
  const on = dayText(live.asOf, language);
  return (
    <>
      <p>{review.agenda ? words.review.agendaFrozen(on) : words.review.agendaLive(on)}</p>
      <AgendaView agenda={live} words={words} language={language} />
    </>
  );
}

/** What the reader may do with the review as a whole; nothing is offered that would be refused. */
function NextSteps({ opened }: { readonly opened: OpenedReview }): Child {
  const { review, agreement, actor, words, language, here, today } = opened;
  const w = words.review;
  const actions = reviewActions(actor, agreement, review).map(({ action }) => action);
  if (actions.length === 0) return null;
  const plain = (action: string, label: string, why: string) => (
    <Form action={`${here}/${action}`}>
      <Hidden name="version" value={String(review.version)} />
      <p>{why}</p>
      <Button>{label}</Button>
    </Form>
  );
  const isDay = today.until(review.meetsOn).sign <= 0;
  const links = [
    ...(actions.includes('move') ? [{ href: `${here}/move`, text: w.move }] : []),
    ...(actions.includes('ask-correction') ? [{ href: `${here}/ask-correction`, text: w.askCorrection }] : []),
    ...(actions.includes('correct') ? [{ href: `${here}/correct`, text: w.correct }] : []),
    ...(actions.includes('cancel') ? [{ href: `${here}/cancel`, text: w.cancel }] : []),
  ];
  return (
    <>
      <h2 id="next">{w.next}</h2>
      {actions.includes('call') && plain('call', w.call, w.callWhy)}
      {actions.includes('hold') &&
        (isDay ? plain('hold', w.hold, w.holdWhy) : <p>{w.holdLater(formatDay(review.meetsOn, language))}</p>)}
      {actions.includes('seal') && plain('seal', w.seal, w.sealWhy)}
      {(actions.includes('confirm') || actions.includes('confirm-last')) && plain('confirm', w.confirm, w.confirmWhy)}
      {links.length > 0 && (
        <ButtonGroup>
          {links.map(({ href, text }) => (
            <LinkButton href={href} kind="secondary">
              {text}
            </LinkButton>
          ))}
        </ButtonGroup>
      )}
    </>
  );
}

/** Whom the invitation does not reach: focal points without an account or whose person has left, and sides without one. */
function Unreachable(props: {
  readonly opened: OpenedReview;
  readonly names: Names;
  readonly departed: ReadonlySet<string>;
}): Child {
  const { opened, names, departed } = props;
  const { agreement, words, today } = opened;
  const w = words.review;
  const lines = voicesOf(agreement).flatMap((voice) => {
    const points = voice.partyIds.flatMap((partyId) => focalPointsOn(agreement, partyId, today));
    if (voice.partyIds.length > 0 && points.length === 0) return [w.nobody(names.get(voice.root) ?? '')];
    return points
      .filter(({ id, personId }) => personId === null || departed.has(id))
      .map(({ position, officeMail }) => [names.get(voice.root), position, officeMail].filter((part) => part !== '').join(', '));
  });
  if (lines.length === 0) return null;
  return (
    <InsetText>
      <p>{w.unreachable}</p>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </InsetText>
  );
}

function MinutesView({ opened, names }: { readonly opened: OpenedReview; readonly names: Names }): Child {
  const { review, words, agreement, language, path } = opened;
  const w = words.review;
  const when = (at: Minutes['numberedAt']) => formatMoment(at, agreement.zone, language);
  const waiting = review.state === 'minuted' ? waitsFor(review) : [];
  return (
    <>
      <h2 id="minutes">{w.minutes}</h2>
      {review.minutes.toReversed().map((minutes, index) => (
        <Card title={w.edition(minutes.number)}>
          <p>
            {minutes.fileId === null ? w.inMaking : <a href={`${path}/files/${minutes.fileId}`}>{w.pdf}</a>}{' '}
            {index === 0 && <Tag tone="neutral">{review.minutesPublic ? w.public : w.internal}</Tag>}
          </p>
          <p>{w.sealedBy(names.get(minutes.sealedRoot) ?? '', when(minutes.numberedAt))}</p>
          {minutes.reason !== null && (
            <p class="tuntas-preserve">
              <strong>{w.replaces}:</strong> {minutes.reason}
            </p>
          )}
          {minutes.words.map(({ root, verdict, text, at }) => (
            <p class="tuntas-preserve">
              {verdict === 'confirmed'
                ? w.confirmedBy(names.get(root) ?? '', when(at))
                : `${w.asksCorrection(names.get(root) ?? '', when(at))} ${text}`}
            </p>
          ))}
          {index === 0 && waiting.length > 0 && <p>{w.waitsFor(waiting.map((root) => names.get(root) ?? '').join(', '))}</p>}
        </Card>
      ))}
    </>
  );
}

function Attendance({ opened }: { readonly opened: OpenedReview }): Child {
  const { review, words, language, here, actor, agreement } = opened;
  const w = words.review;
  return (
    <>
      <h2 id="attendance">{w.attendance}</h2>
      {review.attendance.length === 0 ? (
        <p>{w.noAttendance}</p>
      ) : (
        <Table
          id="attendance-table"
          caption={w.attendance}
          captionSize="hidden"
          rowHeaders
          stacked
          columns={[
            { label: w.attendanceColumns.institution },
            { label: w.attendanceColumns.position },
            { label: w.attendanceColumns.presence },
            { label: w.attendanceColumns.people, numeric: true },
          ]}
          rows={review.attendance.map((one) => [
            one.institution,
            one.position === '' ? '–' : one.position,
            PRESENCE_LABELS[one.presence][language],
            String(one.people),
          ])}
        />
      )}
      {mayWriteMinutes(actor, agreement, review) && (
        <p>
          <LinkButton href={`${here}/attendance`} kind="secondary">
            {w.editAttendance}
          </LinkButton>
        </p>
      )}
    </>
  );
}

function Discussion({ opened, typed }: { readonly opened: OpenedReview; readonly typed: string | undefined }): Child {
  const { review, words, here, actor, agreement } = opened;
  const w = words.review;
  if (!mayWriteMinutes(actor, agreement, review))
    return (
      <>
        <h2 id="discussion-part">{w.discussion}</h2>
        <p class="tuntas-preserve">{review.discussion === '' ? w.noDiscussion : review.discussion}</p>
      </>
    );
  return (
    <Form action={`${here}/discussion`}>
      <Hidden name="version" value={String(review.version)} />
      <h2 id="discussion-part">{w.discussion}</h2>
      <TextArea
        name="discussion"
        label={w.discussion}
        hint={w.discussionHint}
        value={typed ?? review.discussion}
        rows={10}
        maxCharacters={REVIEW_LIMITS.discussion}
      />
      <Checkbox name="minutesPublic" label={w.isPublic} checked={review.minutesPublic} />
      <Button kind="secondary">{w.keepDiscussion}</Button>
    </Form>
  );
}

/** Owner and line of every decision, looked up before the table is drawn. */
async function decisionRows(opened: OpenedReview): Promise<readonly (readonly Child[])[]> {
  const { tools, review, agreement, actor, words, language, here } = opened;
  const w = words.review;
  const owner = await ownerNames(tools.db, review.decisions);
  const maySetLine = isSecretary(actor, agreement, review);
  return Promise.all(
    review.decisions.map(async (decision) => {
      const { line } = decision;
      const [plan, row] = line ? [await loadAgreement(tools.db, line.agreementId), await loadLine(tools.db, line.id)] : [];
      const at = `${here}/decisions/${decision.ordinal}`;
      const links = [
        ...(decision.state === 'open' && mayWriteMinutes(actor, agreement, review) ? [{ href: at, text: w.edit }] : []),
        ...(decision.state === 'open' && maySetLine ? [{ href: `${at}/line`, text: w.toLine }] : []),
        ...decisionActions(actor, agreement, review, decision).map(({ action }) => ({
          href: `${at}/${action}`,
          text: DECISION_ACTION_LABELS[action][language],
        })),
      ];
      return [
        String(decision.ordinal),
        <>
          <span class="tuntas-preserve">{decision.text}</span>
          {decision.stateNote !== null && <span class="govuk-hint tuntas-preserve">{decision.stateNote}</span>}
          {links.map(({ href, text }) => (
            <>
              <br />
              <a href={href}>
                {text}
                <span class="govuk-visually-hidden">: {w.decisionOf(review.ordinal, decision.ordinal)}</span>
              </a>
            </>
          ))}
        </>,
        owner(decision),
        formatDay(decision.dueOn, language, 'short'),
        plan && row ? (
          <a href={`${agreementPath(plan)}/lines/${row.ordinal}`}>{w.asLine(plan.code, row.ordinal)}</a>
        ) : (
          DECISION_STATE_LABELS[decision.state][language]
        ),
      ];
    }),
  );
}

function Decisions({ opened, table }: { readonly opened: OpenedReview; readonly table: readonly (readonly Child[])[] }): Child {
  const { words, here, actor, agreement, review } = opened;
  const w = words.review;
  const c = w.decisionColumns;
  return (
    <>
      <h2 id="decisions">{w.decisions}</h2>
      {table.length === 0 ? (
        <p>{w.noDecisions}</p>
      ) : (
        <Table
          id="decision-table"
          caption={w.decisions}
          captionSize="hidden"
          stacked
          columns={[{ label: c.no }, { label: c.text }, { label: c.owner }, { label: c.due }, { label: c.state }]}
          rows={table}
        />
      )}
      {mayWriteMinutes(actor, agreement, review) && (
        <p>
          <LinkButton href={`${here}/decisions/new`} kind="secondary">
            {w.addDecision}
          </LinkButton>
        </p>
      )}
    </>
  );
}

function Points({
  opened,
  names,
  points,
  typed,
}: {
  readonly opened: OpenedReview;
  readonly names: Names;
  readonly points: Awaited<ReturnType<typeof pointsOf>>;
  readonly typed: string;
}): Child {
  const { words, here, actor, agreement, review } = opened;
  const w = words.review;
  const mine = bringsPointsFor(actor, agreement, review);
  return (
    <>
      <h2 id="points">{w.points}</h2>
      <p>{w.pointsFrozen}</p>
      {points.length === 0 ? (
        <p>{w.noPoints}</p>
      ) : (
        <ul>
          {points.map((point) => (
            <li>
              <span class="tuntas-preserve">{point.text}</span> ({names.get(point.root)})
              {mine.includes(point.root) && (
                <Form action={`${here}/points/${point.id}/withdraw`}>
                  <Button kind="secondary">{w.takeBack}</Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mine.length > 0 && (
        <Form action={`${here}/points`}>
          <TextArea
            name="point"
            label={w.addPoint}
            hint={w.pointHint}
            value={typed}
            rows={3}
            maxCharacters={REVIEW_LIMITS.text}
          />
          <Button kind="secondary">{w.addPoint}</Button>
        </Form>
      )}
    </>
  );
}
