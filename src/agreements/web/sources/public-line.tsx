/** The same of a line of a signed agreement, as anyone may read it: counts without the complaints behind them. */
import type { Child } from 'hono/jsx';
import { itemById, itemTold, laterScores, scoreText } from '../../../assessments/index.ts';
import { publicFindingPath } from '../../../casework/index.ts';
import { SummaryList } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { Tools } from '../../../platform/tools.ts';
import { measuredLine } from '../../actions/sources/measured-line.ts';
import type { Line } from '../../rules/line.ts';
import { isPublic } from '../../rules/visibility.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { LaterScores } from './later-scores.tsx';
import { publicSessions } from './line-sessions.tsx';
import { MeasureBlock } from './measure-block.tsx';
import { wordsIn } from './words.ts';

/** @returns `null` when there is nothing of it to tell, and for a line of an agreement that is not public */
export async function publicLineParts(_c: WebContext, tools: Tools, line: Line, language: Language): Promise<Child> {
  // Most lines have nothing of it, and a plan has hundreds.
  if (line.itemId === null && line.obligationId === null && line.measure === null && line.form === 'activity') return null;
  const agreement = await loadAgreement(tools.db, line.agreementId);
  if (!agreement || !isPublic(agreement)) return null;
  const words = wordsIn(language);
  const source = await publicSource(tools, line, language);
  const sessions = await publicSessions(tools, line, language, dayOf(tools.clock.now(), agreement.zone));
  const measured = await measuredLine(tools, line, agreement.zone, 'public');
  if (!source && !sessions && !measured) return null;
  return (
    <>
      {source}
      {sessions}
      {measured && (
        <section>
          <h2>{words.measure.title}</h2>
          <MeasureBlock reading={{ measured, line, language, viewer: 'public' }} />
        </section>
      )}
    </>
  );
}

async function publicSource(tools: Tools, line: Line, language: Language): Promise<Child> {
  const words = wordsIn(language).sources;
  if (line.itemId !== null) {
    const item = await itemById(tools.db, line.itemId);
    if (!item) return null;
    const [told, later] = [await itemTold(tools.db, item), await laterScores(tools.db, item)];
    return (
      <section>
        <h2>{words.title}</h2>
        <SummaryList
          rows={[
            { key: words.result, value: <a href={told.publicPath}>{item.roundTitle}</a> },
            { key: words.indicator, value: told.indicator[language] },
            { key: words.score, value: scoreText(item.score, language) },
          ]}
        />
        <LaterScores item={item} told={told} later={later} line={line} language={language} />
      </section>
    );
  }
  if (line.obligationId === null) return null;
  const finding = await publicFindingPath(tools.db, line.obligationId);
  return finding === undefined ? null : (
    <p>
      {words.publicObligation} <a href={finding}>{words.finding}</a>
    </p>
  );
}
