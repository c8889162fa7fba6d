/** The reports of a candidate: of those the reader may not read only the day and how many words they share. */
import type { Child } from 'hono/jsx';
import { type ReviewLine, reviewLines, showTrackingNumber } from '../../../complaints/index.ts';
import { formatDay, Pagination, Table, Tag } from '../../../design/index.ts';
import { address, cursorOf } from '../../../platform/http/query.ts';
import { rowWords } from '../../rules/reviews/explain.ts';
import { type CaseReviewLine, caseReviewLines } from '../../store/reviews/case-rows.ts';
import { type CandidateRow, candidateRows } from '../../store/reviews/clusters.ts';
import { CASES } from '../opened.tsx';
import type { OpenedCandidate } from './opened.tsx';

const PAGE_SIZE = 20;

export async function Rows({ opened }: { opened: OpenedCandidate }) {
  const { c, tools, actor, candidate, words, path } = opened;
  const after = cursorOf(c);
  const { lines, next } = await candidateRows(tools.db, candidate.id, { after, limit: PAGE_SIZE });
  const idsOf = (source: CandidateRow['source']) => lines.filter((line) => line.source === source).map(({ id }) => id);
  const complaints = new Map((await reviewLines(tools.db, actor, idsOf('complaint'))).map((line) => [line.id, line]));
  const cases = await caseReviewLines(tools.db, actor, idsOf('case'));
  const mayRead = ({ source, id }: CandidateRow) => {
    const complaint = complaints.get(id);
    return source === 'complaint' ? Boolean(complaint?.readable ?? complaint?.released) : Boolean(cases.get(id)?.readable);
  };
  return (
    <>
      <Table
        id="rows"
        caption={words.rows}
        captionSize="m"
        stacked
        columns={[{ label: words.rowColumns.day }, { label: words.rowColumns.what }, { label: words.rowColumns.why }]}
        rows={lines.map((line) => [
          formatDay(line.filedOn, opened.language, 'short'),
          line.source === 'complaint' ? (
            <ComplaintCell line={complaints.get(line.id)} opened={opened} />
          ) : (
            <CaseCell line={cases.get(line.id)} opened={opened} />
          ),
          <Why line={line} mayRead={mayRead(line)} opened={opened} />,
        ])}
      />
      <p class="govuk-hint">{words.rowsHint}</p>
      <Pagination
        previousHref={after ? `${path}#rows` : undefined}
        nextHref={next ? `${address(path, { after: next })}#rows` : undefined}
        about={words.rowPages}
      />
    </>
  );
}

/** By which words it belongs; what one report says is told only to whoever may read that report. */
function Why({ line, mayRead, opened }: { line: CandidateRow; mayRead: boolean; opened: OpenedCandidate }): Child {
  const { candidate, words } = opened;
  const shown = rowWords(candidate, line.stems);
  if (!mayRead || shown.length === 0) return <span class="govuk-hint">{words.rowWordCount(line.stems.length)}</span>;
  return shown.join(', ');
}

function ComplaintCell({ line, opened }: { line: ReviewLine | undefined; opened: OpenedCandidate }): Child {
  const { words } = opened;
  if (line?.readable) {
    const { trackingNumber, title } = line.readable;
    return (
      <>
        <a href={`/desk/complaints/${trackingNumber}`}>{title}</a> ({showTrackingNumber(trackingNumber)})
      </>
    );
  }
  if (line?.released) {
    const { trackingNumber, title } = line.released;
    return (
      <>
        <a href={`/complaints/${trackingNumber}`}>{title}</a> <Tag>{words.rowPublic}</Tag>
      </>
    );
  }
  return <span class="govuk-hint">{words.rowHidden}</span>;
}

function CaseCell({ line, opened }: { line: CaseReviewLine | undefined; opened: OpenedCandidate }): Child {
  if (!line?.readable) return <span class="govuk-hint">{opened.words.rowHiddenCase}</span>;
  return (
    <>
      <a href={`${CASES}/${line.id}`}>{line.readable.title}</a> ({line.readable.number})
    </>
  );
}
