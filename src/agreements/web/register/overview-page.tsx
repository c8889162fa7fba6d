/** `/desk/agreements/:code`: what it is, who made it, how it stands, what is missing, and what can be done now. */
import type { Child } from 'hono/jsx';
import { formatDay, LinkButton, SummaryList, Table, Tag, WarningText } from '../../../design/index.ts';
import { agenciesByIds, peopleByIds } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import { mayCorrect } from '../../actions/register/change-facts.ts';
import { OVERVIEW_STEPS } from '../../actions/register/take-step.ts';
import { AGREEMENT_ACTION_LABELS } from '../../rules/agreement.transitions.ts';
import { type Agreement, focalPointsOn, isReminded, partyOf, withoutFocalPoint } from '../../rules/agreement.ts';
import { isWhollyFollowed } from '../../rules/draft.ts';
import { bindsOn, daysLeft, standingOn, type WarnDays } from '../../rules/in-force.ts';
import { agreementKind, COVERING_KINDS } from '../../rules/kinds.ts';
import { lightRuleOn, warnDaysOn } from '../../rules/numbers.ts';
import { mayEdit, possibleActions } from '../../rules/permissions.ts';
import { isPublic, maySee } from '../../rules/visibility.ts';
import { agreementsAfter, loadAgreement } from '../../store/agreements.ts';
import { filesOf } from '../../store/files.ts';
import { type ProgrammeProgress, programmeProgress } from '../../store/lines/progress.ts';
import { programmes } from '../../store/programmes.ts';
import { loadRad } from '../../store/rad/rads.ts';
import { departedPoints } from '../../store/register/focal-points.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { agreementPath, type OpenedAgreement, onAgreement, publicPath } from '../opened.tsx';
import { HeldByEdition } from '../rad/held-by-edition.tsx';
import { type RegisterWords, wordsIn } from './words.ts';

export const overviewPage = onAgreement(async (opened) => {
  const { tools, actor, agreement, path, language, today } = opened;
  const words = wordsIn(language);
  const w = words.overview;
  const law = await lawBook(tools, tools.db);
  const [files, allAfter, parent, predecessor, known, agencies, people, departed] = await Promise.all([
    filesOf(tools.db, agreement.id),
    agreementsAfter(tools.db, agreement.id),
    agreement.parentId ? loadAgreement(tools.db, agreement.parentId) : undefined,
    agreement.predecessorId ? loadAgreement(tools.db, agreement.predecessorId) : undefined,
    programmes(tools.db),
    agenciesByIds(tools.db, [
      agreement.keeperId,
      agreement.officeId ?? '',
      ...agreement.focalPoints.map(({ agencyId }) => agencyId ?? ''),
    ]),
    peopleByIds(
      tools.db,
      [...agreement.focalPoints, ...agreement.signatories].flatMap(({ personId }) => personId ?? []),
    ),
    departedPoints(tools.db, agreement.id, today),
  ]);
  // A draft of others is no matter of who is not inside it, though both follow the same document.
  const after = allAfter.filter((one) => maySee(actor, one));
  const plans = [agreement, ...after.filter(({ parentId }) => parentId === agreement.id)].filter(
    ({ kind, state }) => agreementKind(kind).hasLines && state !== 'dropped',
  );
  const progress = await programmeProgress(
    tools.db,
    plans.map(({ id }) => id),
    today,
    lightRuleOn(law, today),
  );
  const label = (code: string) => known.find((one) => one.code === code)?.label[language] ?? code;
  const day = (on: Agreement['signedOn']) => (on === null ? w.notKnown : formatDay(on, language));
  const related = (one: Agreement | undefined): Child =>
    one && maySee(actor, one) ? <a href={agreementPath(one)}>{`${one.code}: ${one.title}`}</a> : (one?.code ?? '');
  const warnings = warningsOf(opened, words, warnDaysOn(law, today), { files, after, departed });
  // What is reviewed here is adopted on its own page.
  const isReviewedHere = agreementKind(agreement.kind).isReviewed && (await loadRad(tools.db, agreement.id)) !== undefined;
  const steps = possibleActions(agreement, actor).filter((step) => step !== 'record' || !isReviewedHere);
  const left = daysLeft(agreement, today);
  return agreementPage(
    opened,
    'overview',
    words.overview.title,
    <>
      {warnings.map((warning) => (
        <WarningText>{warning}</WarningText>
      ))}
      <HeldByEdition opened={opened} />
      <Steps opened={opened} words={words} steps={steps} />
      <SummaryList
        title={w.facts}
        rows={[
          { key: w.parties, value: <PartyList agreement={agreement} words={words} /> },
          { key: w.programmes, value: agreement.programmes.length > 0 ? agreement.programmes.map(label).join('; ') : w.notKnown },
          agreement.yearFrom !== null && {
            key: w.years,
            value:
              agreement.yearUntil === agreement.yearFrom
                ? `${agreement.yearFrom}`
                : `${agreement.yearFrom}–${agreement.yearUntil}`,
          },
          { key: w.signed, value: [day(agreement.signedOn), agreement.place].filter(Boolean).join(', ') },
          {
            key: w.term,
            value:
              agreement.inForceFrom === null ? (
                w.notKnown
              ) : (
                <>
                  {w.fromTo(day(agreement.inForceFrom), agreement.inForceUntil === null ? w.noEnd : day(agreement.inForceUntil))}
                  {bindsOn(agreement, today) && left !== null && <> {w.left(left)}</>}
                </>
              ),
          },
          agreement.endedOn !== null && { key: w.ended, value: `${day(agreement.endedOn)}. ${agreement.endReason ?? ''}` },
          agreement.evidence !== null && { key: w.evidence, value: w.evidenceKinds[agreement.evidence] },
          agreement.source !== '' && { key: w.source, value: <span class="tuntas-preserve">{agreement.source}</span> },
          agreement.basis !== '' && { key: w.basis, value: <span class="tuntas-preserve">{agreement.basis}</span> },
          agreement.purpose !== '' && { key: w.purpose, value: <span class="tuntas-preserve">{agreement.purpose}</span> },
          { key: w.keeper, value: agencies.get(agreement.keeperId)?.name ?? '' },
          agreement.officeId !== null &&
            agreement.officeId !== agreement.keeperId && { key: w.office, value: agencies.get(agreement.officeId)?.name ?? '' },
          parent && { key: w.parent, value: related(parent) },
          predecessor && { key: w.predecessor, value: related(predecessor) },
        ]}
      />
      {agreement.signatories.length > 0 && (
        <Table
          id="hands"
          caption={w.hands}
          stacked
          columns={[{ label: w.position }, { label: w.name }, { label: w.forParty }, { label: w.capacity }, { label: w.state }]}
          rows={agreement.signatories.map((each) => [
            each.position,
            each.name || people.get(each.personId ?? '')?.name || w.notKnown,
            partyOf(agreement, each.partyId)?.name ?? w.noParty,
            w.capacities[each.capacity],
            each.signedAt ? (
              <Tag tone="success">{w.hasSigned}</Tag>
            ) : each.declinedAt ? (
              <Tag tone="danger">{w.declined}</Tag>
            ) : (
              <Tag>{w.notYet}</Tag>
            ),
          ])}
        />
      )}
      <h2>{w.focalPoints}</h2>
      <FocalPointList departed={departed} opened={opened} words={words} unit={(id) => agencies.get(id)?.name ?? ''} />
      <p>
        <a href={`${path}/focal-points`}>{w.toFocalPoints}</a>
      </p>
      {progress.length > 0 && <ProgressTable progress={progress} plans={plans} label={label} words={words} />}
      {after.length > 0 && (
        <>
          <h2>{w.after}</h2>
          <ul>
            {after.map((one) => (
              <li>
                {one.predecessorId === agreement.id ? w.follows : w.madeUnder}: {related(one)}
              </li>
            ))}
          </ul>
        </>
      )}
      {isPublic(agreement) && (
        <p>
          <a href={publicPath(agreement)}>{w.toPublic}</a>
        </p>
      )}
    </>,
    { wide: true },
  );
});

/** What somebody should know at once: who cannot be asked, what lapses, which paper is missing. Uncovered days are named by the frame. */
function warningsOf(
  { agreement, today, path, actor, language }: OpenedAgreement,
  words: RegisterWords,
  warnDays: WarnDays,
  known: {
    readonly files: Awaited<ReturnType<typeof filesOf>>;
    readonly after: readonly Agreement[];
    readonly departed: ReadonlySet<string>;
  },
): readonly Child[] {
  const w = words.overview;
  const binds = bindsOn(agreement, today);
  const lacking = withoutFocalPoint(agreement, today, known.departed);
  const followers = known.after.filter(({ predecessorId }) => predecessorId === agreement.id);
  const isFollowed = isWhollyFollowed(agreement, followers.filter(isPublic));
  // A draft that waits unsigned silences nothing: it is named, with how long it has been there.
  const draft = followers.find((one) => !isPublic(one));
  const next = draft ? (
    <>
      {w.draftAfter(draft.code, formatDay(dayOf(draft.createdAt, draft.zone), language, 'short'))}{' '}
      <a href={agreementPath(draft)}>{w.toDraft}</a>
    </>
  ) : (
    <a href={`${path}/renew`}>{w.renew}</a>
  );
  const scans = known.files.filter(({ kind, replacedBy }) => kind === 'scan' && replacedBy === null);
  const standing = standingOn(agreement, today, warnDays);
  return [
    ...(binds && lacking.length > 0
      ? [
          <>
            {w.unwatched(lacking.map(({ name }) => name).join(', '))} <a href={`${path}/focal-points`}>{w.nameOne}</a>
          </>,
        ]
      : []),
    ...(standing === 'lapsing' && !isFollowed
      ? [
          <>
            {w.lapsing(daysLeft(agreement, today) ?? 0)} {COVERING_KINDS.includes(agreement.kind) && w.lapsingCover} {next}
          </>,
        ]
      : []),
    ...(standing === 'lapsed' && !isFollowed
      ? [
          <>
            {w.lapsed} {next}
          </>,
        ]
      : []),
    ...(agreement.state === 'signed' && agreement.evidence === 'record' && scans.length === 0
      ? [
          <>
            {w.noScan} <a href={`${path}/files`}>{w.toFiles}</a>
          </>,
        ]
      : []),
    ...(scans.some(({ confirmedBy }) => confirmedBy === null)
      ? [
          <>
            {actor.kind === 'officer' &&
            scans.some(({ confirmedBy, addedBy }) => confirmedBy === null && addedBy !== actor.personId)
              ? w.scanForYou
              : w.scanWaits}{' '}
            <a href={`${path}/files`}>{w.toFiles}</a>
          </>,
        ]
      : []),
  ];
}

function Steps({ opened, words, steps }: { opened: OpenedAgreement; words: RegisterWords; steps: readonly string[] }) {
  const { agreement, actor, path, language } = opened;
  const w = words.overview;
  // What is over, or binds nobody yet, is not ended before its time.
  const mine = OVERVIEW_STEPS.filter((step) => steps.includes(step) && (step !== 'end' || bindsOn(agreement, opened.today)));
  const edits = mayEdit(actor, agreement);
  const corrects = mayCorrect(actor, agreement);
  if (mine.length === 0 && !edits && !corrects && !steps.includes('open-signing')) return null;
  const forward = mine.filter((step) => step !== 'drop' && step !== 'end');
  const away = mine.filter((step) => step === 'drop' || step === 'end');
  return (
    <section aria-label={w.stepsLabel}>
      {(forward.length > 0 || steps.includes('open-signing') || steps.includes('record')) && (
        <div class="govuk-button-group">
          {steps.includes('open-signing') && (
            <LinkButton href={`${path}/signing`}>{AGREEMENT_ACTION_LABELS['open-signing'][language]}</LinkButton>
          )}
          {forward.map((step, index) => (
            <LinkButton
              href={`${path}/steps/${step}`}
              kind={index === 0 && !steps.includes('open-signing') ? 'primary' : 'secondary'}
            >
              {AGREEMENT_ACTION_LABELS[step][language]}
            </LinkButton>
          ))}
          {steps.includes('record') && (
            <LinkButton href={`${path}/record`} kind="secondary">
              {AGREEMENT_ACTION_LABELS.record[language]}
            </LinkButton>
          )}
        </div>
      )}
      <div class="govuk-button-group">
        {edits && <a href={`${path}/edit`}>{w.edit}</a>}
        {corrects && <a href={`${path}/edit`}>{w.correct}</a>}
        {(edits || corrects) && <a href={`${path}/hands`}>{w.editHands}</a>}
        {away.map((step) => (
          <a href={`${path}/steps/${step}`}>{AGREEMENT_ACTION_LABELS[step][language]}</a>
        ))}
      </div>
    </section>
  );
}

function PartyList({ agreement, words }: { agreement: Agreement; words: RegisterWords }) {
  return (
    <ol class="govuk-list govuk-list--number">
      {agreement.parties.map(({ name, ownNumber }) => (
        <li>
          {name}
          {ownNumber && (
            <>
              {'. '}
              {words.overview.number(ownNumber)}
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

function FocalPointList(props: {
  opened: OpenedAgreement;
  words: RegisterWords;
  unit: (id: string) => string;
  departed: ReadonlySet<string>;
}) {
  const { agreement, today } = props.opened;
  const w = props.words.overview;
  return (
    <ul>
      {agreement.parties.map((party) => {
        const points = focalPointsOn(agreement, party.id, today);
        return (
          <li>
            {party.name}:{' '}
            {points.length === 0 ? (
              <Tag tone="warning">{w.nobody}</Tag>
            ) : (
              points
                .map(({ position, agencyId, officeMail }) =>
                  [position, agencyId && agencyId !== party.agencyId ? props.unit(agencyId) : '', officeMail]
                    .filter(Boolean)
                    .join(', '),
                )
                .join('; ')
            )}{' '}
            {points.length > 0 && !points.some((point) => isReminded(point, props.departed)) && (
              <Tag tone="warning">{w.notReminded}</Tag>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function ProgressTable(props: {
  progress: readonly ProgrammeProgress[];
  plans: readonly Agreement[];
  label: (code: string) => string;
  words: RegisterWords;
}) {
  const w = props.words.overview;
  return (
    <Table
      id="progress"
      caption={w.progress}
      stacked
      columns={[
        { label: w.programme },
        { label: w.plan },
        { label: w.lines, numeric: true },
        { label: w.done, numeric: true },
        { label: w.share, numeric: true },
        { label: w.withEvidence, numeric: true },
        { label: w.late, numeric: true },
      ]}
      rows={props.progress.map((one) => {
        const plan = props.plans.find(({ id }) => id === one.agreementId);
        return [
          props.label(one.programme),
          plan ? <a href={`${agreementPath(plan)}/lines`}>{plan.code}</a> : '',
          String(one.lines),
          String(one.done),
          one.share === null ? '' : `${Math.round(one.share * 100)}%`,
          String(one.withEvidence),
          String(one.late),
        ];
      })}
    />
  );
}
