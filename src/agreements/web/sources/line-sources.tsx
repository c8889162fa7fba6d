/** What stands on a line's page of what it answers and of what came of it: its source, its live measure, its sessions. */
import type { Child } from 'hono/jsx';
import { ITEM_STATE_LABELS, itemById, itemTold, laterScores, mayReadItem, scoreText } from '../../../assessments/index.ts';
import { OBLIGATION_STATE_LABELS, obligationName, readableObligation } from '../../../casework/index.ts';
import { DayText, InsetText, SummaryList } from '../../../design/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { measuredLine } from '../../actions/sources/measured-line.ts';
import type { Line } from '../../rules/line.ts';
import { mayEditLines } from '../../rules/permissions.ts';
import type { OpenedAgreement } from '../opened.tsx';
import { LaterScores } from './later-scores.tsx';
import { lineSessions } from './line-sessions.tsx';
import { MeasureBlock } from './measure-block.tsx';
import { wordsIn } from './words.ts';

export async function lineSources(opened: OpenedAgreement, line: Line): Promise<Child> {
  const answers = await answered(opened, line);
  return (
    <>
      {answers && (
        <section>
          <h2>{wordsIn(opened.language).sources.title}</h2>
          {answers}
        </section>
      )}
      {await lineSessions(opened, line)}
      {await measured(opened, line)}
    </>
  );
}

function answered(opened: OpenedAgreement, line: Line): Promise<Child> | null {
  if (line.itemId !== null) return answeredItem(opened, line, line.itemId);
  if (line.obligationId !== null) return answeredObligation(opened, line, line.obligationId);
  return null;
}

/** The item comes out of a published result, so what it asks may be read by everybody who sees the line; its own page only by its sides. */
async function answeredItem({ tools, actor, language }: OpenedAgreement, line: Line, itemId: string): Promise<Child> {
  const words = wordsIn(language).sources;
  const item = await itemById(tools.db, itemId);
  if (!item) return <p>{words.hiddenItem}</p>;
  const [told, later] = [await itemTold(tools.db, item), await laterScores(tools.db, item)];
  const reads = mayReadItem(actor, item);
  const isOpen = item.state === 'open' || item.state === 'in-progress';
  return (
    <>
      <SummaryList
        rows={[
          {
            key: words.item,
            value: reads ? <a href={`/desk/improvements/${item.id}`}>{item.asked[language]}</a> : item.asked[language],
          },
          { key: words.indicator, value: told.indicator[language] },
          { key: words.score, value: scoreText(item.score, language) },
          { key: words.result, value: <a href={told.publicPath}>{item.roundTitle}</a> },
          { key: words.state, value: ITEM_STATE_LABELS[item.state][language] },
          { key: words.due, value: <DayText on={item.dueOn} /> },
        ]}
      />
      {line.state === 'done' && isOpen && reads && (
        <InsetText>
          {words.reportItem} <a href={`/desk/improvements/${item.id}`}>{words.openItem}</a>
        </InsetText>
      )}
      <LaterScores item={item} told={told} later={later} line={line} language={language} />
    </>
  );
}

/** What an obligation says is for the agency and the Ombudsman; whoever else sees the line learns that there is one. */
async function answeredObligation({ tools, actor, language }: OpenedAgreement, line: Line, id: string): Promise<Child> {
  const words = wordsIn(language).sources;
  const found = await readableObligation(tools.db, actor, id);
  if (!found) return <p>{words.hidden}</p>;
  const { obligation, path } = found;
  const isOwed = ['issued', 'received', 'in-progress'].includes(obligation.state);
  return (
    <>
      <SummaryList
        rows={[
          { key: words.obligation, value: <a href={path}>{obligationName(obligation, language)}</a> },
          { key: words.asked, value: <span class="tuntas-preserve">{obligation.text}</span> },
          { key: words.state, value: OBLIGATION_STATE_LABELS[obligation.state][language] },
          { key: words.due, value: <DayText on={dayOf(obligation.dueAt, obligation.zone)} /> },
        ]}
      />
      {line.state === 'done' && isOwed && (
        <InsetText>
          {words.reportOwed} <a href={path}>{words.openObligation}</a>
        </InsetText>
      )}
    </>
  );
}

async function measured(opened: OpenedAgreement, line: Line): Promise<Child> {
  const { tools, actor, agreement, path, language } = opened;
  const words = wordsIn(language).measure;
  const found = await measuredLine(tools, line, agreement.zone, 'inside');
  const page = `${path}/lines/${line.ordinal}/measure`;
  const mayChange = mayEditLines(actor, agreement) && (line.state === 'planned' || line.state === 'running');
  if (!found && !mayChange) return null;
  return (
    <section>
      <h2>{words.title}</h2>
      {found ? <MeasureBlock reading={{ measured: found, line, language, viewer: 'inside' }} /> : <p>{words.none}</p>}
      <p>
        <a href={page}>{found ? words.rows : words.set}</a>
      </p>
    </section>
  );
}
