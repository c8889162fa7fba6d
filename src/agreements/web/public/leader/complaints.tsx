/** The complaints of a government or office in four numbers, each with the list that can be read behind it. */
import { figures } from '../../../../complaints/index.ts';
import { formatCount, StatTile, StatTiles } from '../../../../design/index.ts';
import { address } from '../../../../platform/http/query.ts';
import type { AskedLeader } from './leading.ts';

export async function Complaints({ asked }: { asked: AskedLeader }) {
  const { tools, words, language, now, agency } = asked;
  const counted = await figures(tools.db, agency.id, now);
  const href = (query: Record<string, string>) => address('/complaints', { agency: agency.code, ...query });
  const { readable } = counted;
  // A leader counts everything; the list behind a number has what anyone may read, and says how many that are.
  const tiles = [
    { value: counted.total, open: counted.released, label: words.complaintFigures.total, href: href({}) },
    { value: counted.overdue, open: readable.overdue, label: words.complaintFigures.overdue, href: href({ late: 'yes' }) },
    ...(['confirmed', 'silence'] as const).map((outcome) => ({
      ...{ value: counted.byOutcome[outcome] ?? 0, open: readable.byOutcome[outcome] ?? 0 },
      ...{ label: words.complaintFigures[outcome], href: href({ outcome }) },
    })),
  ];
  return (
    <>
      <h2>{words.complaints}</h2>
      <StatTiles>
        {tiles.map((tile) => (
          <StatTile
            value={formatCount(tile.value, language)}
            label={tile.label}
            href={tile.href}
            {...(tile.open === tile.value ? {} : { note: words.openTo(formatCount(tile.open, language)) })}
          />
        ))}
      </StatTiles>
      <p>{`${words.complaintFigures.objections}: ${formatCount(counted.objections, language)}`}</p>
    </>
  );
}
