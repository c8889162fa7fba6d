/** `/agreements/{code}`: what was promised and by whom, how far it is, what comes next, who signed, what was looked at together. */
import type { Child } from 'hono/jsx';
import {
  AttachmentList,
  Breadcrumbs,
  formatBytes,
  formatCount,
  formatDay,
  InsetText,
  LinkButton,
  PageHeading,
  page,
  SummaryList,
  Table,
  Tag,
  WarningText,
} from '../../../design/index.ts';
import { agenciesByIds } from '../../../directory/index.ts';
import { address } from '../../../platform/http/query.ts';
import { AGREEMENT_STATE_LABELS } from '../../rules/agreement.transitions.ts';
import type { FocalPoint, Party } from '../../rules/agreement.ts';
import { type Agreement, contactsOn, withoutFocalPoint } from '../../rules/agreement.ts';
import { FILE_KIND_LABELS, isGivenOut } from '../../rules/attaching.ts';
import { isWhollyFollowed } from '../../rules/draft.ts';
import { bindsOn, daysLeft, gapBetween, STANDING_LABELS, standingOn } from '../../rules/in-force.ts';
import { agreementKind } from '../../rules/kinds.ts';
import { isPublic } from '../../rules/visibility.ts';
import { agreementsAfter, loadAgreement } from '../../store/agreements.ts';
import type { AgreementFile } from '../../store/files.ts';
import { publicFilesOf } from '../../store/files.ts';
import { addedUp, byProgramme, programmeProgress } from '../../store/lines/progress.ts';
import { programmes } from '../../store/programmes.ts';
import { promiseLines } from '../../store/public/promises.ts';
import { departedPoints } from '../../store/register/focal-points.ts';
import { STANDING_TONES, standingTone } from '../agreement-frame.tsx';
import { publicFilePath } from '../files/download.ts';
import { publicGrantsOf } from '../grants/public-grants.tsx';
import { publicPath } from '../opened.tsx';
import { publicRad } from '../rad/public-rad.tsx';
import { publicReviews } from '../reviews/public-reviews.tsx';
import { publicSignatures } from '../signing/public-signatures.tsx';
import { governmentPath, REGISTER } from './addresses.ts';
import { EvidenceInBrief } from './evidence.tsx';
import { percentText } from './numbers.ts';
import { isOpenToPublic, type OpenedPublic, onPublic } from './opened-public.ts';
import { ProgressRules, ProgressTable } from './progress-table.tsx';
import { PromiseList } from './promise-list.tsx';

const NEXT = 5;
const LATE = 10;
/** More parties than these are counted instead of named. */
const NAMED = 3;

export const publicAgreementPage = onPublic(async (opened) => {
  const { c, tools, language, words, agreement, today, rule, warnDays } = opened;
  const { db } = tools;
  const path = publicPath(agreement);
  const [after, parent, predecessor, known, files, departed] = await Promise.all([
    agreementsAfter(db, agreement.id),
    agreement.parentId ? loadAgreement(db, agreement.parentId) : undefined,
    agreement.predecessorId ? loadAgreement(db, agreement.predecessorId) : undefined,
    programmes(db),
    publicFilesOf(db, agreement.id),
    departedPoints(db, agreement.id, today),
  ]);
  const hasLines = agreementKind(agreement.kind).hasLines;
  const plans = after.filter((one) => one.parentId === agreement.id && isPublic(one));
  const counted = [...(hasLines ? [agreement.id] : []), ...plans.map(({ id }) => id)];
  const scope = { agreementIds: counted };
  const [parts, next, late] = await Promise.all([
    programmeProgress(db, counted, today, rule),
    promiseLines(db, { ...scope, fates: ['running'], dueFrom: today }, { today, rule }, { limit: NEXT }),
    promiseLines(db, { ...scope, fates: ['late'] }, { today, rule }, { limit: LATE }),
  ]);
  const label = (code: string) => known.find((one) => one.code === code)?.label[language] ?? code;
  const standing = standingOn(agreement, today, warnDays);
  const followers = after.filter((one) => one.predecessorId === agreement.id && isPublic(one));
  const own = parts.filter(({ agreementId }) => agreementId === agreement.id);
  const without = (far: readonly { readonly programme: string }[]) =>
    agreement.programmes.filter((code) => !far.some(({ programme }) => programme === code));
  const title = agreement.title;
  return page(
    c,
    {
      title: `${title} (${agreement.code})`,
      description: agreement.purpose.slice(0, 200) || words.listLead,
      robots: 'index',
      wide: true,
      before: <Breadcrumbs crumbs={[{ text: words.agreements, href: REGISTER }]} />,
    },
    <>
      <PageHeading caption={`${agreementKind(agreement.kind).label[language]} · ${agreement.code}`}>{title}</PageHeading>
      <p>
        <Tag tone={standingTone(standing, isWhollyFollowed(agreement, followers))}>
          {standing === 'not-signed' ? AGREEMENT_STATE_LABELS[agreement.state][language] : STANDING_LABELS[standing][language]}
        </Tag>{' '}
        {agreement.isExample && <Tag tone="neutral">{words.example}</Tag>}
      </p>
      <Warnings opened={opened} departed={departed} />
      {agreement.purpose !== '' && <p class="govuk-body-l tuntas-preserve">{agreement.purpose}</p>}
      <Facts opened={opened} after={after} parent={parent} predecessor={predecessor} label={label} departed={departed} />

      {isPublic(agreement) && (
        <>
          <h2>{words.howFar}</h2>
          {!hasLines && <p>{words.notPlan}</p>}
          {hasLines && own.length === 0 && <p>{words.noLines}</p>}
          {own.length > 0 && (
            <>
              <ProgressTable
                parts={own}
                whole={addedUp(own)}
                known={known}
                without={without(own)}
                href={(programme) => (programme ? `${path}/lines?programme=${programme}` : `${path}/lines`)}
                words={words}
                language={language}
              />
              <p>
                <a href={`${path}/lines`}>{words.toLines(formatCount(addedUp(own).lines, language))}</a>
              </p>
            </>
          )}
          {!hasLines && parts.length > 0 && (
            <>
              <p>{words.underFar}</p>
              <ProgressTable
                parts={byProgramme(parts)}
                whole={addedUp(parts)}
                known={known}
                without={without(parts)}
                href={(programme) => address(`${path}/promises`, { programme })}
                words={words}
                language={language}
              />
            </>
          )}
          {plans.length > 0 && (
            <>
              <h3>{words.madeUnder}</h3>
              <Table
                id="plans"
                caption={words.madeUnder}
                captionSize="hidden"
                stacked
                columns={[
                  { label: words.kind },
                  { label: words.share, numeric: true },
                  { label: words.lines, numeric: true },
                  { label: words.late, numeric: true },
                  { label: words.standing },
                ]}
                rows={plans.map((plan) => {
                  const under = parts.filter(({ agreementId }) => agreementId === plan.id);
                  const far = under.length === 0 ? undefined : addedUp(under);
                  const planStanding = standingOn(plan, today, warnDays);
                  return [
                    <>
                      <a href={publicPath(plan)}>{plan.title}</a>
                      <br />
                      {agreementKind(plan.kind).label[language]}, {plan.code}
                    </>,
                    percentText(far?.share ?? null),
                    far ? formatCount(far.lines, language) : '–',
                    far ? formatCount(far.late, language) : '–',
                    <Tag tone={STANDING_TONES[planStanding]}>{STANDING_LABELS[planStanding][language]}</Tag>,
                  ];
                })}
              />
            </>
          )}
          {parts.length > 0 && <ProgressRules rule={rule} words={words} />}
          {counted.length > 0 && parts.length > 0 && (
            <>
              {late.lines.length > 0 && (
                <>
                  <h3>{words.lateTitle}</h3>
                  <PromiseList id="late" lines={late.lines} words={words} language={language} today={today} rule={rule} />
                </>
              )}
              <h3>{words.nextTitle}</h3>
              {next.lines.length === 0 ? (
                <p>{words.nextNone}</p>
              ) : (
                <PromiseList id="next" lines={next.lines} words={words} language={language} today={today} rule={rule} />
              )}
            </>
          )}
        </>
      )}

      {counted.length > 0 && isPublic(agreement) && (
        <>
          <h2>{words.publicEvidence}</h2>
          <EvidenceInBrief tools={tools} scope={scope} path={path} words={words} language={language} />
        </>
      )}

      <h2>{words.signatures}</h2>
      {await publicSignatures(c, tools, agreement, language)}
      {await publicRad(c, tools, agreement, language)}
      {await publicReviews(c, tools, agreement, language)}
      {isPublic(agreement) && (
        <>
          <h2>{words.grants}</h2>
          {await publicGrantsOf(tools, agreement, language)}
          <h2>{words.files}</h2>
          <Files opened={opened} files={files} />
          <h2>{words.openData}</h2>
          <ul>
            <li>
              <a href={`/api/v1/agreements/${agreement.code}`}>{words.jsonOfThis}</a>
            </li>
            {hasLines && (
              <li>
                <a href={`${path}/lines.csv`}>{words.csvLines}</a>
              </li>
            )}
          </ul>
          <InsetText>
            <p>{words.askOmbudsman}</p>
            <LinkButton href="/complaints/new" kind="secondary">
              {words.complain}
            </LinkButton>
          </InsetText>
        </>
      )}
    </>,
  );
}, isOpenToPublic);

type Related = {
  readonly opened: OpenedPublic;
  readonly after: readonly Agreement[];
  readonly parent: Agreement | undefined;
  readonly predecessor: Agreement | undefined;
  readonly label: (programme: string) => string;
  /** Focal points whose person has left the office, by id. */
  readonly departed: ReadonlySet<string>;
};

/** What everybody should know at once: whom nobody can ask. */
function Warnings({ opened, departed }: Pick<Related, 'opened' | 'departed'>) {
  const { agreement, today, words } = opened;
  const lacking = bindsOn(agreement, today) ? withoutFocalPoint(agreement, today, departed) : [];
  if (lacking.length === 0) return null;
  const names = lacking.map(({ name }) => name).join('; ');
  return (
    <WarningText>
      {lacking.length > NAMED ? words.noFocalPointOf(lacking.length, agreement.parties.length) : words.noFocalPoint(names)}
    </WarningText>
  );
}

async function Facts({ opened, after, parent, predecessor, label, departed }: Related) {
  const { agreement, today, words, language, tools } = opened;
  const successor = after.find((one) => one.predecessorId === agreement.id && isPublic(one));
  const agencies = await agenciesByIds(tools.db, [
    ...agreement.parties.flatMap(({ agencyId }) => agencyId ?? []),
    ...agreement.focalPoints.flatMap(({ agencyId }) => agencyId ?? []),
  ]);
  const day = (on: Agreement['signedOn']) => (on === null ? '–' : formatDay(on, language, 'short'));
  const left = daysLeft(agreement, today);
  const contacts = agreement.parties.flatMap((party) =>
    contactsOn(agreement, party.id, today, departed).map((point) => ({ party, point })),
  );
  const link = (one: Agreement): Child => <a href={publicPath(one)}>{`${one.title} (${one.code})`}</a>;
  const gap = (before: Agreement, next: Agreement) => {
    const found = gapBetween(before, next);
    return found && <p>{words.gap(day(found.from), day(found.to), found.days)}</p>;
  };
  return (
    <SummaryList
      title={words.what}
      rows={[
        {
          key: words.parties,
          value: <Parties parties={agreement.parties} codeOf={(id) => agencies.get(id)?.code} words={words} />,
        },
        agreement.programmes.length > 0 && { key: words.programmes, value: agreement.programmes.map(label).join('; ') },
        agreement.yearFrom !== null && {
          key: words.years,
          value:
            agreement.yearUntil === agreement.yearFrom ? `${agreement.yearFrom}` : `${agreement.yearFrom}–${agreement.yearUntil}`,
        },
        agreement.signedOn !== null && {
          key: words.signedAt,
          value: [day(agreement.signedOn), agreement.place].filter(Boolean).join(', '),
        },
        agreement.inForceFrom !== null && {
          key: words.term,
          value: (
            <>
              {words.fromTo(day(agreement.inForceFrom), agreement.inForceUntil ? day(agreement.inForceUntil) : words.noEnd)}.{' '}
              {bindsOn(agreement, today) && left !== null && words.left(left)}
            </>
          ),
        },
        agreement.endedOn !== null && { key: words.endedOn, value: `${day(agreement.endedOn)}. ${agreement.endReason ?? ''}` },
        agreement.basis !== '' && { key: words.basis, value: <span class="tuntas-preserve">{agreement.basis}</span> },
        parent && isPublic(parent) && { key: words.under, value: link(parent) },
        predecessor &&
          isPublic(predecessor) && {
            key: words.follows,
            value: (
              <>
                {link(predecessor)}
                {gap(predecessor, agreement)}
              </>
            ),
          },
        successor && {
          key: words.followedBy,
          value: (
            <>
              {link(successor)}
              {gap(agreement, successor)}
            </>
          ),
        },
        contacts.length > 0 && {
          key: words.focalPoints,
          value: <FocalPoints contacts={contacts} nameOf={(id) => agencies.get(id)?.name} />,
        },
        agreement.evidence !== null && { key: words.evidence, value: words.evidenceKinds[agreement.evidence] },
        agreement.source !== '' && { key: words.source, value: <span class="tuntas-preserve">{agreement.source}</span> },
      ]}
    />
  );
}

function Parties(props: { parties: readonly Party[]; codeOf: (id: string) => string | undefined; words: OpenedPublic['words'] }) {
  const { parties, codeOf, words } = props;
  return (
    <ol>
      {parties.map(({ name, agencyId, side, ownNumber }) => {
        const code = agencyId === null ? undefined : codeOf(agencyId);
        const href = code === undefined ? undefined : side === 'government' ? governmentPath(code) : `/agencies/${code}`;
        return (
          <li>
            {href ? <a href={href}>{name}</a> : name}
            {ownNumber !== '' && `, ${words.ownNumber(ownNumber)}`}
          </li>
        );
      })}
    </ol>
  );
}

/** Unit and office; the person holding it is not needed to ask. */
function FocalPoints(props: {
  contacts: readonly { readonly party: Party; readonly point: FocalPoint }[];
  nameOf: (id: string) => string | undefined;
}) {
  return (
    <ul>
      {props.contacts.map(({ party, point }) => (
        <li>
          {[point.position, (point.agencyId && props.nameOf(point.agencyId)) || party.name].filter(Boolean).join(', ')}
          {point.officeMail !== '' && (
            <>
              {': '}
              <a href={`mailto:${point.officeMail}`}>{point.officeMail}</a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Files({ opened, files }: { opened: OpenedPublic; files: readonly AgreementFile[] }) {
  const { agreement, words, language } = opened;
  const shown = files.filter(isGivenOut);
  if (shown.length === 0) return <p>{words.noFiles}</p>;
  return (
    <AttachmentList
      files={shown.map((file) => ({
        name: file.title || FILE_KIND_LABELS[file.kind][language],
        href: publicFilePath(agreement, file),
        about: [FILE_KIND_LABELS[file.kind][language], formatBytes(file.size, language)].join(', '),
      }))}
    />
  );
}
