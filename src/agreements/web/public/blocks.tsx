/** What other pages tell of agreements: the home page of all of them, the page of an agency of its own. */
import { formatCount, StatTile, StatTiles } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { type Day, dayOf } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import { remembered } from '../../../platform/database/remembered.ts';
import { address } from '../../../platform/http/query.ts';
import type { Tools } from '../../../platform/tools.ts';
import { warnDaysOn } from '../../rules/numbers.ts';
import { bindingCount, type Promises, promisesOf } from '../../store/public/promises.ts';
import { type PUBLIC_STANDINGS, standingCounts } from '../../store/public/register.ts';
import { COVERAGE, governmentPath, REGISTER } from './addresses.ts';
import { publicWordsIn } from './words.ts';

/** The home page is opened far more often than a promise is kept: its counts over the whole country may be so old. */
const A_MINUTE = 60_000;

/** Everything signed, on a day. */
export interface AgreementsInBrief {
  readonly standings: Readonly<Record<(typeof PUBLIC_STANDINGS)[number], number>>;
  readonly promises: Promises;
}

export async function agreementsInBrief(tools: Pick<Tools, 'db' | 'clock'>): Promise<AgreementsInBrief> {
  const now = tools.clock.now();
  const today = dayOf(now, 'Asia/Jakarta');
  return remembered(tools.db, `agreements-in-brief ${today}`, A_MINUTE, async () => {
    const warnDays = warnDaysOn(await lawBook(tools), today);
    const [standings, promises] = await Promise.all([
      standingCounts(tools.db, {}, { now, warnDays }),
      promisesOf(tools.db, {}, today),
    ]);
    return { standings, promises };
  });
}

export function AgreementsBlock({ brief, language }: { brief: AgreementsInBrief; language: Language }) {
  const words = publicWordsIn(language);
  const { standings, promises } = brief;
  const count = (value: number) => formatCount(value, language);
  const kept = promises.by.kept + promises.by['kept-late'];
  return (
    <>
      <p>
        {words.listLead} {words.listSpirit}
      </p>
      <StatTiles>
        <StatTile
          value={count(standings['in-force'] + standings.lapsing)}
          label={words.blockTiles.inForce}
          href={REGISTER}
          tone="success"
        />
        <StatTile
          value={count(standings.lapsing)}
          label={words.blockTiles.lapsing}
          href={address(REGISTER, { standing: 'lapsing' })}
          tone="warning"
        />
      </StatTiles>
      {promises.total > 0 && <p>{words.blockPromises(count(kept), count(promises.total), count(promises.by.late))}</p>}
      <p>
        <a href={REGISTER}>{words.blockAll}</a> · <a href={COVERAGE}>{words.toCoverage}</a>
      </p>
    </>
  );
}

export interface AgencyAgreements {
  readonly inForce: number;
  readonly promises: Promises;
}

/** @param today where the agency is */
export async function agreementsOf(tools: Pick<Tools, 'db'>, agencyId: string, today: Day): Promise<AgencyAgreements> {
  const [inForce, promises] = await Promise.all([
    bindingCount(tools.db, agencyId, today),
    promisesOf(tools.db, { agencyId }, today),
  ]);
  return { inForce, promises };
}

export function AgencyAgreementsBlock(props: { code: string; known: AgencyAgreements; language: Language }) {
  const { code, known, language } = props;
  const words = publicWordsIn(language);
  const count = (value: number) => formatCount(value, language);
  const { by, total } = known.promises;
  return (
    <>
      <p>
        {known.inForce > 0 ? words.blockInForce(known.inForce) : words.blockNone}{' '}
        {total > 0 && words.blockPromises(count(by.kept + by['kept-late']), count(total), count(by.late))}
      </p>
      <p>
        <a href={governmentPath(code)}>{words.blockMore}</a>
      </p>
    </>
  );
}
