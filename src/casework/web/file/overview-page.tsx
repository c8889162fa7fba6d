/** `/desk/cases/:id`: what the case is about, who works on it, what is due, and what may be done next. */
import {
  Button,
  Columns,
  type FieldErrors,
  Form,
  formatDay,
  Hidden,
  SummaryList,
  Tag,
  TextArea,
  Time,
} from '../../../design/index.ts';
import { agenciesByIds, categoryByCode, peopleByIds, regionChain } from '../../../directory/index.ts';
import { isPaused, isRunning, lawBook } from '../../../law/index.ts';
import { OUTCOME_LABELS } from '../../rules/case.transitions.ts';
import { respondentsOf, runningClock, teamOf } from '../../rules/case.ts';
import {
  ACCESS_LABELS,
  CASE_CHANNEL_LABELS,
  CONCLUSION_LABELS,
  RAPID_CRITERION_LABELS,
  TEAM_ROLE_LABELS,
} from '../../rules/case-labels.ts';
import { inProcedure } from '../../rules/documents/procedure-words.ts';
import { CASE_EVENT_LABELS } from '../../rules/event-labels.ts';
import { mayWork, possibleActions } from '../../rules/permissions.ts';
import { stepPath } from '../../rules/step-paths.ts';
import { loadCase } from '../../store/cases.ts';
import { casePage } from '../case-frame.tsx';
import { casePath, type OpenedCase } from '../opened.tsx';
import { SimilarLink } from '../reviews/similar-section.tsx';
import { CaseDeadline } from '../telling/case-deadline.tsx';
import { type CaseFileWords, wordsIn } from './words.ts';

export interface RefusedPause {
  readonly errors: FieldErrors;
  readonly status: 409 | 422;
  readonly reason: string;
}

export function overviewPage(opened: OpenedCase): Promise<Response> {
  return overview(opened);
}

export async function overview(opened: OpenedCase, refused?: RefusedPause): Promise<Response> {
  const { tools, actor, file, path, language, now } = opened;
  const words = wordsIn(language);
  const book = await lawBook(tools);
  const clocks = [...file.clocks.filter(isRunning), ...file.clocks.filter((clock) => !isRunning(clock)).reverse()];
  const actions = possibleActions(file, actor);
  const pausable = (['case.verify', 'case.examine', 'case.resolve', 'case.decide'] as const).some((each) =>
    mayWork(file, actor, each),
  );
  const stage = runningClock(file, 'stage');
  return casePage(
    opened,
    'overview',
    words.overview,
    <Columns
      aside={
        <>
          <h2>{words.deadlines}</h2>
          {clocks.length === 0 && <p>{words.noDeadline}</p>}
          {clocks.slice(0, 8).map((clock) => (
            <CaseDeadline clock={clock} file={file} book={book} language={language} now={now} />
          ))}
          {pausable && stage && !isPaused(stage) && (
            <Form action={`${path}/pause`}>
              <Hidden name="version" value={String(file.version)} />
              <TextArea name="reason" label={words.pauseReason} hint={words.pauseLead} rows={2} value={refused?.reason ?? ''} />
              <Button kind="secondary">{words.pause}</Button>
            </Form>
          )}
          {pausable && stage && isPaused(stage) && (
            <Form action={`${path}/resume`}>
              <Hidden name="version" value={String(file.version)} />
              <Button kind="secondary">{words.resume}</Button>
            </Form>
          )}
        </>
      }
    >
      <h2>{words.next}</h2>
      {actions.length === 0 ? (
        <p>{words.noNext}</p>
      ) : (
        <ul>
          {actions.map((action) => (
            <li>
              <a href={`${path}${stepPath(action)}`}>{inProcedure(CASE_EVENT_LABELS[action]?.[language] ?? '', file.ruleSet)}</a>
            </li>
          ))}
        </ul>
      )}
      <Facts opened={opened} words={words} names={await namesOf(opened)} />
      <h2>{words.account}</h2>
      <p class="tuntas-preserve">{file.account}</p>
      <SimilarLink opened={opened} />
    </Columns>,
    { wide: true, ...(refused ? { errors: refused.errors, status: refused.status } : {}) },
  );
}

async function namesOf({ tools, file, language }: OpenedCase) {
  const [agencies, people, region, category, earlier] = await Promise.all([
    agenciesByIds(tools.db, [file.officeId, ...respondentsOf(file).map((each) => each.agencyId)]),
    peopleByIds(
      tools.db,
      teamOf(file).map((each) => each.personId),
    ),
    file.regionCode ? regionChain(tools.db, file.regionCode) : undefined,
    file.categoryCode ? categoryByCode(tools.db, file.categoryCode) : undefined,
    file.continuesId ? loadCase(tools.db, file.continuesId) : undefined,
  ]);
  return { agencies, people, region, category: category?.label[language], earlier };
}

function Facts(props: { opened: OpenedCase; words: CaseFileWords; names: Awaited<ReturnType<typeof namesOf>> }) {
  const { opened, words, names } = props;
  const { file, language, path } = opened;
  const rows = [
    { key: words.number, value: file.number },
    { key: words.access, value: ACCESS_LABELS[file.access][language] },
    ...(file.rapidCriteria.length > 0
      ? [{ key: words.rapid, value: file.rapidCriteria.map((each) => RAPID_CRITERION_LABELS[each][language]).join(', ') }]
      : []),
    { key: words.channel, value: CASE_CHANNEL_LABELS[file.channel][language] },
    { key: words.registered, value: <Time at={file.registeredAt} zone={file.zone} /> },
    { key: words.received, value: formatDay(file.receivedOn, language) },
    { key: words.ruleSet, value: file.ruleSet },
    { key: words.office, value: names.agencies.get(file.officeId)?.name ?? '' },
    {
      key: words.respondents,
      value:
        respondentsOf(file).length === 0 ? (
          words.noRespondent
        ) : (
          <ul>
            {respondentsOf(file).map((each) => (
              <li>
                {each.position}, {names.agencies.get(each.agencyId)?.name ?? ''}
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: words.team,
      value:
        teamOf(file).length === 0 ? (
          words.noTeam
        ) : (
          <ul>
            {teamOf(file).map((each) => (
              <li>
                {names.people.get(each.personId)?.name ?? words.unknown} <Tag>{TEAM_ROLE_LABELS[each.role][language]}</Tag>
              </li>
            ))}
          </ul>
        ),
    },
    { key: words.reporter, value: <a href={`${path}/reporter`}>{words.openReporter}</a> },
    ...(file.complaintId ? [] : [{ key: words.statements, value: <a href={`${path}/complaint`}>{words.openStatements}</a> }]),
    ...(names.region ? [{ key: words.place, value: names.region }] : []),
    ...(file.occurredOn ? [{ key: words.occurred, value: formatDay(file.occurredOn, language) }] : []),
    ...(names.category ? [{ key: words.category, value: names.category }] : []),
    ...(file.loss ? [{ key: words.loss, value: file.loss }] : []),
    ...(file.wish ? [{ key: words.wish, value: file.wish }] : []),
    ...(file.complaintId ? [{ key: words.fromComplaint, value: <a href={`${path}/complaint`}>{words.openComplaint}</a> }] : []),
    ...(names.earlier ? [{ key: words.continues, value: <a href={casePath(names.earlier)}>{names.earlier.number}</a> }] : []),
    ...(file.conclusion ? [{ key: words.conclusion, value: CONCLUSION_LABELS[file.conclusion][language] }] : []),
    ...(file.outcome ? [{ key: words.outcome, value: OUTCOME_LABELS[file.outcome][language] }] : []),
  ];
  return <SummaryList title={words.facts} rows={rows} />;
}
