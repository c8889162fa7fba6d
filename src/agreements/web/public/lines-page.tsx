/** `/agreements/{code}/lines` and one line: what was promised, what was done, how due days moved, and what proves it. */
import {
  AttachmentList,
  Breadcrumbs,
  Button,
  EmptyState,
  Form,
  formatBytes,
  formatCount,
  formatDay,
  InsetText,
  PageHeading,
  Pagination,
  page,
  Select,
  SummaryList,
  Table,
  Tag,
  Timeline,
} from '../../../design/index.ts';
import { agenciesByIds } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { address, oneOf } from '../../../platform/http/query.ts';
import { partyOf } from '../../rules/agreement.ts';
import { agreementKind, FACTORS, LINE_FORMS } from '../../rules/kinds.ts';
import { LIGHT_LABELS, LIGHTS, lightOf, litDay } from '../../rules/light.ts';
import { LINE_STATE_LABELS } from '../../rules/line.transitions.ts';
import type { Line } from '../../rules/line.ts';
import { isPromised } from '../../rules/lines/since-signing.ts';
import { filesOfParts } from '../../store/files.ts';
import { changedAfterSigning } from '../../store/lines/changes.ts';
import { shiftsOf, updatesOf } from '../../store/lines/updates.ts';
import { linesOf, loadLineByOrdinal } from '../../store/lines.ts';
import { programmes } from '../../store/programmes.ts';
import { publicFilePath } from '../files/download.ts';
import { LightCause, LightTag } from '../lines/light-tag.tsx';
import { SinceSigningTags } from '../lines/since-signing-tags.tsx';
import { publicPath } from '../opened.tsx';
import { publicLineParts } from '../sources/public-line.tsx';
import { REGISTER } from './addresses.ts';
import { LineChanges } from './line-changes.tsx';
import { amountText } from './numbers.ts';
import { type OpenedPublic, onPublic } from './opened-public.ts';
import { ProgressRules } from './progress-table.tsx';
import { AchievedText, DueText } from './promise-list.tsx';

const PAGE_SIZE = 50;

export const publicLinesPage = onPublic(async (opened) => {
  const { c, tools, agreement, words, language, today, rule } = opened;
  if (!agreementKind(agreement.kind).hasLines) return c.notFound();
  const path = `${publicPath(agreement)}/lines`;
  const known = await programmes(tools.db);
  const programme = known.find(({ code }) => code === c.req.query('programme'))?.code;
  const light = oneOf(LIGHTS, c.req.query('light'));
  const typed = c.req.query('after') ?? '';
  const after = /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
  // A plan holds at most some thousand lines: they are read at once and cut here, so that the light is the one of the rule.
  // By number, as they are paged: the parties may have put them in another order.
  const [every, changed] = await Promise.all([linesOf(tools.db, agreement.id), changedAfterSigning(tools.db, agreement.id)]);
  const all = every.filter(isPromised).sort((a, b) => a.ordinal - b.ordinal);
  const lit = new Map(all.map((line) => [line.id, lightOf(line, litDay(agreement, today), rule)]));
  const fitting = all.filter(
    (line) =>
      (!programme || line.programme === programme) && (!light || (line.state !== 'dropped' && lit.get(line.id)?.light === light)),
  );
  const shown = fitting.filter(({ ordinal }) => ordinal > after).slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  const hasMore = last !== undefined && fitting.some(({ ordinal }) => ordinal > last.ordinal);
  const owners = await agenciesByIds(
    tools.db,
    shown.map(({ owner }) => owner.agencyId),
  );
  return page(
    c,
    {
      title: words.linesOf(agreement.code),
      robots: 'index',
      wide: true,
      before: (
        <Breadcrumbs
          crumbs={[
            { text: words.agreements, href: REGISTER },
            { text: agreement.code, href: publicPath(agreement) },
          ]}
        />
      ),
    },
    <>
      <PageHeading caption={agreement.title}>{`${words.linesTitle} (${formatCount(fitting.length, language)})`}</PageHeading>
      <Form method="get" action={path}>
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-one-half">
            <Select
              name="programme"
              label={words.programme}
              emptyLabel={words.allProgrammes}
              value={programme ?? ''}
              options={known
                .filter(({ code }) => all.some((line) => line.programme === code))
                .map(({ code, label }) => ({ value: code, label: label[language] }))}
            />
          </div>
          <div class="govuk-grid-column-one-half">
            <Select
              name="light"
              label={words.light}
              emptyLabel={words.allLights}
              value={light ?? ''}
              options={LIGHTS.map((each) => ({ value: each, label: LIGHT_LABELS[each][language] }))}
            />
          </div>
        </div>
        <Button kind="secondary">{words.filter}</Button> {(programme || light) && <a href={path}>{words.clear}</a>}
      </Form>
      {shown.length === 0 ? (
        <EmptyState title={words.linesNone} />
      ) : (
        <Table
          id="lines"
          caption={words.linesTitle}
          captionSize="hidden"
          stacked
          columns={[
            { label: words.number, numeric: true },
            { label: words.activity },
            { label: words.owner },
            { label: words.due },
            { label: words.achieved },
            { label: words.light },
          ]}
          rows={shown.map((line) => [
            String(line.ordinal),
            <>
              <a href={`${path}/${line.ordinal}`}>{line.activity}</a>{' '}
              {line.isPriority && <Tag tone="accent">{words.priority}</Tag>}
              <SinceSigningTags line={line} agreement={agreement} isChanged={changed.has(line.id)} language={language} />
            </>,
            owners.get(line.owner.agencyId)?.name ?? partyOf(agreement, line.owner.partyId)?.name ?? '',
            <DueText line={line} words={words} language={language} />,
            <AchievedText line={line} words={words} language={language} />,
            <LightTag lit={lit.get(line.id) ?? { light: 'none' }} language={language} />,
          ])}
        />
      )}
      <Pagination
        about={words.linesTitle}
        previousHref={after > 0 ? address(path, { programme, light }) : undefined}
        nextHref={hasMore && last ? address(path, { programme, light, after: String(last.ordinal) }) : undefined}
      />
      <ProgressRules rule={rule} words={words} />
    </>,
  );
});

export const publicLinePage = onPublic(async (opened) => {
  const { c, tools, agreement, words, language, today, rule } = opened;
  const ordinal = Number(c.req.param('ordinal'));
  const line = await loadLineByOrdinal(tools.db, agreement.id, ordinal);
  if (!line || !isPromised(line)) return c.notFound();
  const isChanged = (await changedAfterSigning(tools.db, agreement.id)).has(line.id);
  const lit = lightOf(line, litDay(agreement, today), rule);
  return page(
    c,
    {
      title: `${words.lineTitle(line.ordinal)}: ${line.activity} (${agreement.code})`,
      robots: 'index',
      before: (
        <Breadcrumbs
          crumbs={[
            { text: words.agreements, href: REGISTER },
            { text: agreement.code, href: publicPath(agreement) },
            { text: words.linesTitle, href: `${publicPath(agreement)}/lines` },
          ]}
        />
      ),
    },
    <>
      <PageHeading caption={`${words.lineTitle(line.ordinal)} · ${agreement.title}`}>{line.activity}</PageHeading>
      <p>
        {line.state !== 'dropped' && <LightTag lit={lit} language={language} />}{' '}
        <Tag tone="neutral">{LINE_STATE_LABELS[line.state][language]}</Tag>{' '}
        {line.isPriority && <Tag tone="accent">{words.priority}</Tag>}{' '}
        <SinceSigningTags line={line} agreement={agreement} isChanged={isChanged} language={language} />{' '}
        {agreement.isExample && <Tag tone="neutral">{words.example}</Tag>}
      </p>
      <p>
        <LightCause lit={lit} language={language} />
      </p>
      {line.isWithdrawn && (
        <InsetText>
          <p>
            <strong>{words.withdrawnOn(formatDay(dayOf(line.stateAt, agreement.zone), language, 'short'))}</strong>
          </p>
          <p class="tuntas-preserve">{line.stateNote}</p>
        </InsetText>
      )}
      <Promised opened={opened} line={line} />
      <Done opened={opened} line={line} />
      {await LineChanges({ opened, line })}
      {await publicLineParts(c, tools, line, language)}
    </>,
  );
});

async function Promised({ opened, line }: { opened: OpenedPublic; line: Line }) {
  const { tools, agreement, words, language } = opened;
  const [agencies, known] = await Promise.all([
    agenciesByIds(tools.db, [line.owner.agencyId, ...line.supportingIds, ...(line.other ? [line.other.agencyId] : [])]),
    programmes(tools.db),
  ]);
  const name = (id: string) => agencies.get(id)?.name ?? '';
  const unit = (amount: string) => `${amountText(amount, language)} ${line.unit}`.trim();
  const quarters = line.targets.flatMap((target, index) =>
    target === null ? [] : [`${words.quarter(index + 1)}: ${unit(target)}`],
  );
  const budget =
    line.budgetAmount === null
      ? words.notStated
      : line.budgetAmount === '0'
        ? words.noMoney
        : `Rp${amountText(line.budgetAmount, language)}${line.budgetSource === '' ? '' : ` (${line.budgetSource})`}`;
  return (
    <SummaryList
      title={words.promised}
      rows={[
        { key: words.owner, value: [line.owner.position, name(line.owner.agencyId)].filter(Boolean).join(', ') },
        {
          key: words.otherSide,
          value: line.other ? [line.other.position, name(line.other.agencyId)].filter(Boolean).join(', ') : words.otherParties,
        },
        line.supportingIds.length > 0 && {
          key: words.supporting,
          value: line.supportingIds.map(name).filter(Boolean).join('; '),
        },
        { key: words.programme, value: known.find(({ code }) => code === line.programme)?.label[language] ?? '' },
        line.factor !== null && { key: words.factor, value: FACTORS[line.factor][language] },
        line.form !== 'activity' && { key: words.form, value: LINE_FORMS[line.form][language] },
        line.output !== '' && { key: words.output, value: line.output },
        line.indicator !== '' && { key: words.indicator, value: line.indicator },
        line.baseline !== null && { key: words.baseline, value: unit(line.baseline) },
        quarters.length > 0 && { key: words.targets, value: quarters.join('; ') },
        line.joinedAt !== null && {
          key: agreement.evidence === 'record' ? words.enteredLater : words.joined,
          value: formatDay(dayOf(line.joinedAt, agreement.zone), language, 'short'),
        },
        { key: words.starts, value: formatDay(line.startsOn, language, 'short') },
        { key: words.due, value: <DueText line={line} words={words} language={language} /> },
        { key: words.achieved, value: <AchievedText line={line} words={words} language={language} /> },
        line.place !== '' && { key: words.place, value: line.place },
        { key: words.budget, value: budget },
        line.evidenceAsked !== '' && { key: words.evidenceAsked, value: line.evidenceAsked },
        line.state === 'not-done' &&
          line.stateNote !== null && { key: words.judged, value: <span class="tuntas-preserve">{line.stateNote}</span> },
      ]}
    />
  );
}

/** Confirmed reports with the evidence that was given out, and every delay. What was sent back is for insiders. */
async function Done({ opened, line }: { opened: OpenedPublic; line: Line }) {
  const { tools, agreement, words, language } = opened;
  const [updates, shifts] = await Promise.all([
    updatesOf(tools.db, agreement.id, line.id),
    shiftsOf(tools.db, agreement.id, line.id),
  ]);
  const confirmed = updates.filter(({ state }) => state === 'confirmed');
  const files = await filesOfParts(tools.db, agreement.id, [line.id, ...confirmed.map(({ id }) => id)]);
  const evidence = files.filter(({ isPublic, replacedBy, kind }) => isPublic && replacedBy === null && kind === 'evidence');
  const kept = line.evidenceCount - evidence.length;
  const about = (part: string) => evidence.filter(({ partId }) => partId === part);
  const list = (shown: typeof evidence) =>
    shown.length === 0 ? null : (
      <AttachmentList
        files={shown.map((file) => ({
          name: file.title || words.publicEvidence,
          href: publicFilePath(agreement, file),
          about: formatBytes(file.size, language),
        }))}
      />
    );
  return (
    <>
      <h2>{words.whatDone}</h2>
      {confirmed.length === 0 ? (
        <p>{words.whatDoneNone}</p>
      ) : (
        <Timeline
          headingLevel={3}
          items={confirmed.toReversed().map((update) => ({
            title: `${amountText(update.achieved, language)} ${line.unit}${update.isLast ? `, ${words.reportedDone}` : ''}`,
            when: words.asOf(formatDay(update.asOf, language, 'short')),
            tone: 'done' as const,
            body: (
              <>
                <p class="tuntas-preserve">{update.text}</p>
                {update.shortfall !== '' && (
                  <p class="tuntas-preserve">
                    {words.shortfall} {update.shortfall}
                  </p>
                )}
                {list(about(update.id))}
              </>
            ),
          }))}
        />
      )}
      {(about(line.id).length > 0 || evidence.length === 0 || kept > 0) && <h2>{words.publicEvidence}</h2>}
      {list(about(line.id))}
      {evidence.length === 0 && <p>{words.evidenceNone}</p>}
      {kept > 0 && <p>{words.evidenceKept(kept)}</p>}
      {shifts.length > 0 && (
        <>
          <h2>{words.moves}</h2>
          <ul>
            {shifts.map((shift) => (
              <li>
                {words.moved(formatDay(shift.fromDay, language, 'short'), formatDay(shift.toDay, language, 'short'))}:{' '}
                <span class="tuntas-preserve">{shift.reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
