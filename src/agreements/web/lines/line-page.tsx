/** `/desk/agreements/:code/lines/:ordinal`: one line: what is promised, how it stands and why, what may be done now, and everything that happened. */
import {
  BackLink,
  ButtonGroup,
  DayText,
  LinkButton,
  StatusTag,
  SummaryList,
  Table,
  Tag,
  type Tone,
} from '../../../design/index.ts';
import { agenciesByIds, peopleByIds } from '../../../directory/index.ts';
import type { Moment } from '../../../kernel/time.ts';
import { officersFor, sidesToName } from '../../actions/lines/name-officers.ts';
import { FACTORS, LINE_FORMS } from '../../rules/kinds.ts';
import { LINE_STATE_LABELS, type LineState } from '../../rules/line.transitions.ts';
import type { Achieved, Responsible } from '../../rules/line.ts';
import { showAmount } from '../../rules/lines/amount.ts';
import { mayEditLines } from '../../rules/permissions.ts';
import { changedAfterSigning } from '../../store/lines/changes.ts';
import { updatesOf } from '../../store/lines/updates.ts';
import { programmes } from '../../store/programmes.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { HeldByEdition } from '../rad/held-by-edition.tsx';
import { carriedNotes } from '../reviews/gap-notes.tsx';
import { lineSources } from '../sources/line-sources.tsx';
import { achievedText } from './amounts.ts';
import { LightRuleText } from './light-rule.tsx';
import { LightCause, LightTag } from './light-tag.tsx';
import { LineHistory } from './line-history.tsx';
import { type Again, LineSteps, type OfficerChoice } from './line-steps.tsx';
import type { OpenedLine } from './opened-line.ts';
import { formatRupiah } from './show-field.ts';
import { SinceSigningTags } from './since-signing-tags.tsx';
import { voicelessWarning } from './voiceless-warning.tsx';

export const LINE_STATE_TONES: Readonly<Record<LineState, Tone>> = {
  planned: 'neutral',
  running: 'info',
  reported: 'warning',
  done: 'success',
  'not-done': 'danger',
  dropped: 'neutral',
};

/** @param again what was typed when a step was refused */
export async function linePage(opened: OpenedLine, again?: Again): Promise<Response> {
  const { line, lit, rule, words, language, path, tools } = opened;
  const isChanged = (await changedAfterSigning(tools.db, line.agreementId)).has(line.id);
  return agreementPage(
    opened,
    'lines',
    `${words.line.title(line.ordinal)}: ${line.activity}`,
    <>
      <BackLink href={`${path}/lines`} text={words.line.toPlan} />
      <p>
        <StatusTag label={LINE_STATE_LABELS[line.state][language]} tone={LINE_STATE_TONES[line.state]} />{' '}
        {line.state !== 'dropped' && <LightTag lit={lit} language={language} />}{' '}
        {line.isPriority && <Tag tone="accent">{words.plan.priority}</Tag>}
        <SinceSigningTags line={line} agreement={opened.agreement} isChanged={isChanged} language={language} />
      </p>
      <p>
        <LightCause lit={lit} language={language} />
      </p>
      <LightRuleText rule={rule} words={words} />
      <Facts opened={opened} agencies={await namesOf(opened)} programme={await programmeOf(opened)} />
      <Targets opened={opened} />
      <HeldByEdition opened={opened} />
      {await voicelessWarning(opened, [line])}
      <Ways opened={opened} />
      {await carriedNotes(opened.tools.db, line.id, opened.language)}
      {await lineSources(opened, line)}
      <h2>{words.line.steps}</h2>
      <LineSteps opened={opened} again={again} officers={await officersOf(opened)} waitsSince={await waitsSince(opened)} />
      <h2>{words.line.history}</h2>
      {await LineHistory(opened)}
    </>,
    { errors: again?.errors ?? [], status: again?.status },
  );
}

/** Names of the agencies and people of the line, by id. */
async function namesOf({ tools, line }: OpenedLine): Promise<ReadonlyMap<string, string>> {
  const ids = [line.owner.agencyId, ...(line.other ? [line.other.agencyId] : []), ...line.supportingIds];
  const named = [line.owner.personId, line.other?.personId].filter((id) => typeof id === 'string');
  const [agencies, people] = await Promise.all([agenciesByIds(tools.db, ids), peopleByIds(tools.db, named)]);
  return new Map([...agencies, ...people].map(([id, { name }]) => [id, name]));
}

async function officersOf({ tools, actor, agreement, line, today }: OpenedLine): Promise<readonly OfficerChoice[]> {
  return Promise.all(
    sidesToName(actor, agreement, line).map(async (side) => ({
      side,
      people: await officersFor(tools.db, line[side] as Responsible, side, today),
    })),
  );
}

/** When the oldest report was sent that nobody answered yet. */
async function waitsSince({ tools, line }: OpenedLine): Promise<Moment | undefined> {
  const updates = await updatesOf(tools.db, line.agreementId, line.id);
  return updates.find(({ state }) => state === 'reported')?.at;
}

async function programmeOf({ tools, line, language }: OpenedLine): Promise<string> {
  return (await programmes(tools.db)).find(({ code }) => code === line.programme)?.label[language] ?? '';
}

function Facts(props: { opened: OpenedLine; agencies: ReadonlyMap<string, string>; programme: string }) {
  const { opened, agencies, programme } = props;
  const { line, words, language } = opened;
  const w = words.line;
  const who = ({ agencyId, position, personId }: Responsible) =>
    [agencies.get(agencyId) ?? '', position, personId === null ? '' : (agencies.get(personId) ?? '')]
      .filter((text) => text !== '')
      .join(', ');
  return (
    <SummaryList
      rows={[
        { key: w.programme, value: programme },
        line.factor !== null && { key: w.factor, value: FACTORS[line.factor][language] },
        { key: w.form, value: LINE_FORMS[line.form][language] },
        line.output !== '' && { key: w.output, value: line.output },
        line.indicator !== '' && {
          key: w.indicator,
          value: line.unit === '' ? line.indicator : `${line.indicator} (${line.unit})`,
        },
        {
          key: w.term,
          value: (
            <>
              <DayText on={line.startsOn} /> – <DayText on={line.dueOn} />
              {!line.dueOn.equals(line.firstDueOn) && (
                <>
                  {' '}
                  ({w.first} <DayText on={line.firstDueOn} />)
                </>
              )}
            </>
          ),
        },
        { key: w.owner, value: who(line.owner) },
        { key: w.other, value: line.other ? who(line.other) : w.anyOther },
        line.supportingIds.length > 0 && {
          key: w.supporting,
          value: line.supportingIds.map((id) => agencies.get(id) ?? '').join(', '),
        },
        line.place !== '' && { key: w.place, value: line.place },
        (line.budgetSource !== '' || line.budgetAmount !== null) && {
          key: w.budget,
          value: [line.budgetSource, line.budgetAmount === null ? '' : formatRupiah(line.budgetAmount, language)]
            .filter((text) => text !== '')
            .join(', '),
        },
        { key: w.evidence, value: <span class="tuntas-preserve">{line.evidenceAsked || w.noEvidence}</span> },
        { key: w.confirmed, value: <Amount opened={opened} achieved={line.confirmed} /> },
        line.reported !== null && { key: w.reported, value: <Amount opened={opened} achieved={line.reported} /> },
        line.stateNote !== null &&
          (line.state === 'not-done' || line.state === 'dropped') && {
            key: words.history.settled,
            value: <span class="tuntas-preserve">{line.stateNote}</span>,
          },
      ]}
    />
  );
}

function Amount({ opened, achieved }: { readonly opened: OpenedLine; readonly achieved: Achieved | null }) {
  const { line, words, language } = opened;
  if (!achieved) return <>{words.line.none}</>;
  return (
    <>
      {achievedText(line, achieved.amount, language, words)}, <DayText on={achieved.on} />
    </>
  );
}

function Targets({ opened }: { readonly opened: OpenedLine }) {
  const { line, words, language } = opened;
  if (line.targets.every((target) => target === null)) return <p class="govuk-hint">{words.line.noTargets}</p>;
  const shown = (amount: string | null) => (amount === null ? '–' : showAmount(amount, language));
  return (
    <Table
      id="targets"
      caption={`${words.line.targets}, ${line.year}${line.unit === '' ? '' : ` (${line.unit})`}`}
      captionSize="s"
      rowHeaders={false}
      stacked
      columns={[
        { label: words.form.baseline, numeric: true },
        ...([1, 2, 3, 4] as const).map((quarter) => ({ label: words.form.quarter(quarter), numeric: true })),
      ]}
      rows={[[shown(line.baseline), ...line.targets.map(shown)]]}
    />
  );
}

function Ways({ opened }: { readonly opened: OpenedLine }) {
  const { agreement, actor, line, here, path, words } = opened;
  if (!mayEditLines(actor, agreement)) return null;
  return (
    <ButtonGroup>
      {(line.state === 'planned' || line.state === 'running') && (
        <LinkButton href={`${here}/edit`} kind="secondary">
          {words.line.edit}
        </LinkButton>
      )}
      <a class="govuk-link" href={`${path}/lines/new?from=${line.ordinal}`}>
        {words.line.copy}
      </a>
    </ButtonGroup>
  );
}
