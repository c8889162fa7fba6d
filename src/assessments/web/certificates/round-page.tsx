/** `/desk/assessments/rounds/:round/certificates`: what is issued, what is wanting, how a bulk issue stands. */
import {
  Button,
  EmptyState,
  type FieldError,
  Form,
  InsetText,
  PageHeading,
  Pagination,
  page,
  StatTile,
  StatTiles,
  StatusTag,
  seeOther,
  Table,
  type Tone,
} from '../../../design/index.ts';
import { agenciesByIds } from '../../../directory/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { askForCertificates } from '../../actions/certificates/issue-certificates.ts';
import type { Round } from '../../rules/assessment.ts';
import { type CertificateState, STATE_LABELS } from '../../rules/certificates/certificate.ts';
import { CERTIFICATE_REFUSALS, type CertificateRefusal } from '../../rules/certificates/refusals.ts';
import {
  type Batch,
  type CertificateCounts,
  countCertificates,
  lastBatch,
  type RoundLine,
  roundLines,
} from '../../store/certificates/round.ts';
import { certificatePath, type Publisher, roundPath } from './opened.ts';
import type { CertificateWords } from './words.ts';

type AskedRound = Publisher & { readonly round: Round };

const PAGE_SIZE = 50;

export const STATE_TONES: Readonly<Record<CertificateState, Tone>> = {
  'in-making': 'info',
  valid: 'success',
  revoked: 'danger',
  replaced: 'warning',
};

export async function roundPage(asked: AskedRound, refusal?: CertificateRefusal): Promise<Response> {
  const { c, tools, round, offices, words, language } = asked;
  const asks = c.req.query('after') ?? '';
  const after = isUuid(asks) ? asks : null;
  const [counts, batch, found] = await Promise.all([
    countCertificates(tools.db, round.id, offices),
    lastBatch(tools.db, round.id),
    roundLines(tools.db, round.id, offices, { after, limit: PAGE_SIZE + 1 }),
  ]);
  const lines = found.slice(0, PAGE_SIZE);
  const next = found.length > PAGE_SIZE ? `${roundPath(round.id)}?after=${lines.at(-1)?.assessmentId}` : undefined;
  const errors: FieldError[] = refusal ? [{ field: 'issue', message: CERTIFICATE_REFUSALS[refusal][language] }] : [];
  const status = refusal ? refusalStatus(CERTIFICATE_REFUSALS[refusal].kind) : 200;
  return page(
    c,
    { title: words.ofRound(round.title), wide: true, errors, status },
    <>
      <PageHeading caption={round.title}>{words.title}</PageHeading>
      <p>{words.lead}</p>
      <Tiles counts={counts} words={words} />
      <Issue round={round} counts={counts} batch={batch} words={words} />
      {lines.length === 0 ? (
        <EmptyState title={words.empty} />
      ) : (
        <Lines asked={asked} lines={lines} names={await namesOf(asked, lines)} />
      )}
      <Pagination nextHref={next} />
      {counts.valid > 0 && (
        <p>
          <a href={`${roundPath(round.id)}.zip`}>{words.zip}</a>
        </p>
      )}
    </>,
  );
}

function Tiles({ counts, words }: { counts: CertificateCounts; words: CertificateWords }) {
  return (
    <StatTiles>
      <StatTile value={counts.published} label={words.tiles.published} href="#certificates" />
      <StatTile value={counts.valid} label={words.tiles.valid} href="#certificates" />
      <StatTile value={counts.wanting} label={words.tiles.wanting} href="#certificates" />
      <StatTile value={counts.outdated} label={words.tiles.outdated} href="#certificates" />
    </StatTiles>
  );
}

function Issue(props: { round: Round; counts: CertificateCounts; batch: Batch | undefined; words: CertificateWords }) {
  const { round, counts, batch, words } = props;
  if (batch && batch.endedAt === null) {
    return (
      <InsetText>
        <p role="status">{words.running(batch.done, batch.total)}</p>
        <progress max={batch.total} value={batch.done} aria-label={words.running(batch.done, batch.total)} />
        <p>
          {words.runningHint} <a href={roundPath(round.id)}>{words.refresh}</a>
        </p>
      </InsetText>
    );
  }
  return (
    <>
      {batch && <p>{words.ended(batch.total)}</p>}
      {counts.wanting > 0 ? (
        <Form action={`${roundPath(round.id)}/issue`}>
          <p id="issue">{words.issueAllHint}</p>
          <Button>{words.issueAll(counts.wanting)}</Button>
        </Form>
      ) : (
        counts.published > 0 && <p id="issue">{words.nothingToIssue}</p>
      )}
    </>
  );
}

function Lines({ asked, lines, names }: { asked: AskedRound; lines: readonly RoundLine[]; names: ReadonlyMap<string, string> }) {
  const { words, language } = asked;
  const { columns } = words;
  return (
    <Table
      id="certificates"
      caption={words.list}
      columns={[{ label: columns.agency }, { label: columns.number }, { label: columns.state }, { label: columns.actions }]}
      rowHeaders
      stacked
      rows={lines.map((line) => [
        names.get(line.agencyId) ?? '',
        line.number ?? '\u2013',
        line.state === null ? (
          words.none
        ) : (
          <>
            <StatusTag label={STATE_LABELS[line.state][language]} tone={STATE_TONES[line.state]} />
            {line.state === 'valid' && line.resultVersion !== line.publishedVersion && ` ${words.isOutdated}`}
          </>
        ),
        line.certificateId === null ? (
          <Form action={`/desk/assessments/${line.assessmentId}/certificate`}>
            <Button kind="secondary">
              {words.issueOne}
              <span class="govuk-visually-hidden"> {names.get(line.agencyId)}</span>
            </Button>
          </Form>
        ) : (
          <a href={certificatePath(line.certificateId)}>
            {words.open}
            <span class="govuk-visually-hidden"> {line.number}</span>
          </a>
        ),
      ])}
    />
  );
}

async function namesOf({ tools }: AskedRound, lines: readonly RoundLine[]): Promise<ReadonlyMap<string, string>> {
  const agencies = await agenciesByIds(
    tools.db,
    lines.map(({ agencyId }) => agencyId),
  );
  return new Map([...agencies].map(([id, agency]) => [id, agency.name]));
}

export async function issueRound(asked: AskedRound): Promise<Response> {
  const { c, tools, actor, round, offices, words } = asked;
  const answer = await askForCertificates(tools, actor, { roundId: round.id, offices });
  return answer.ok ? seeOther(c, roundPath(round.id), words.asked) : roundPage(asked, answer.refusal);
}
