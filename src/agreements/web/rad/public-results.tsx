/** Published results of a year, in the order of the register, each beside the median of its kind: never a row of places. */
import { Table, WarningText } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Db } from '../../../platform/database/database.ts';
import { allGovernments, type Government } from '../../actions/rad/places.ts';
import { type PeerStanding, peerStandings, pointsText } from '../../rules/rad/evaluate.ts';
import type { TakenEvaluation } from '../../rules/rad/evaluation.ts';
import { evaluationsOfYear } from '../../store/rad/evaluations.ts';
import { publicResultPath } from './addresses.ts';
import { ScoreText } from './figures-table.tsx';
import type { PublicAsked } from './public-standings.tsx';
import type { RadWords } from './words.ts';

export interface YearResults {
  /** Every regional government, in the order of the register. */
  readonly governments: readonly Government[];
  /** Published ones, by government. */
  readonly published: ReadonlyMap<string, TakenEvaluation>;
  readonly standings: ReadonlyMap<string, PeerStanding>;
}

export async function resultsOfYear(db: Db, year: number): Promise<YearResults> {
  const [governments, all] = [await allGovernments(db), await evaluationsOfYear(db, year, { publishedOnly: true })];
  const kinds = new Map(governments.map(({ agency }) => [agency.id, agency.kind]));
  return {
    governments,
    published: new Map(all.map((each) => [each.governmentId, each])),
    standings: peerStandings(
      all.map(({ governmentId, figures }) => ({
        ...{ governmentId, kind: kinds.get(governmentId) ?? '', score: figures.evaluation.score },
      })),
    ),
  };
}

/** @param governments whose results are listed; those without one are left out */
export function ResultsTable(props: { asked: PublicAsked; results: YearResults; governments: readonly Government[] }) {
  const { asked, results, governments } = props;
  const { words, language } = asked;
  return (
    <>
      <WarningText>{words.caution}</WarningText>
      <Table
        id="result-list"
        caption={words.results.table}
        captionSize="s"
        stacked
        columns={[
          { label: words.column.government },
          { label: words.result.score },
          { label: words.public.peers },
          { label: words.public.answered },
        ]}
        rows={governments.flatMap(({ agency, regionCode }) => {
          const evaluation = results.published.get(agency.id);
          if (!evaluation) return [];
          return [
            [
              <a href={publicResultPath(regionCode, evaluation.year)}>{agency.name}</a>,
              <ScoreText figures={evaluation.figures} words={words} language={language} />,
              <PeerText standing={results.standings.get(agency.id)} words={words} language={language} />,
              evaluation.answer === '' ? words.public.no : words.public.yes,
            ],
          ];
        })}
      />
    </>
  );
}

export function PeerText(props: { standing: PeerStanding | undefined; words: RadWords; language: Language }) {
  const { standing, words, language } = props;
  if (!standing) return <>{words.public.noPeers}</>;
  return (
    <>
      {words.public.beside[standing.side](pointsText(standing.median, language), standing.of)}
      {standing.isSmall && <span class="govuk-hint">{words.public.smallGroup}</span>}
    </>
  );
}
