/** Results of a year as lists show them: with band, dispute and rank, filtered by what an address says. */
import type { Db } from '../../../platform/database/database.ts';
import type { Band, Instrument } from '../../rules/instrument.ts';
import { type Standing, standingAmong } from '../../rules/peers.ts';
import { bandOfResult, isDisputed, type PublicResult } from '../../rules/public-result.ts';
import { publishedInstruments } from '../../store/instruments.ts';
import { publicResults } from '../../store/public-results.ts';

export interface Listed {
  readonly result: PublicResult;
  readonly band: Band | null;
  readonly disputed: boolean;
  /** Among its kind in the same round; `null` for results taken over, which no round compares. */
  readonly standing: Standing | null;
}

export interface ListFilter {
  readonly kind: string | null;
  /** Code of a province. */
  readonly region: string | null;
  /** A zone, or `none` for rule-sets without. */
  readonly zone: string | null;
}

export function readFilter(query: (name: string) => string | undefined): ListFilter {
  const text = (name: string) => query(name)?.trim().slice(0, 60) || null;
  return { kind: text('kind'), region: text('region'), zone: text('zone') };
}

/** Everything of a year or a round, ordered by name. */
export async function listed(db: Db, of: { readonly year: number } | { readonly roundId: string }): Promise<readonly Listed[]> {
  const [results, instruments] = [await publicResults(db, of), await publishedInstruments(db)];
  return listedFrom(results, instruments);
}

export function listedFrom(results: readonly PublicResult[], instruments: readonly Instrument[]): readonly Listed[] {
  const byAgency = Map.groupBy(results, ({ agencyId, year }) => `${agencyId} ${year}`);
  const peersOf = Map.groupBy(results, ({ round }) => round?.code ?? '');
  const peers = new Map(
    [...peersOf].map(([round, some]) => [
      round,
      some.flatMap(({ agencyId, agencyKind, regionCode, score }) =>
        score === null ? [] : [{ agencyId, kind: agencyKind, regionCode, score }],
      ),
    ]),
  );
  return results
    .map((result) => ({
      result,
      band: bandOfResult(instruments, result),
      disputed: isDisputed(byAgency.get(`${result.agencyId} ${result.year}`) ?? []),
      standing: result.round ? standingAmong(peers.get(result.round.code) ?? [], result.agencyId).kind : null,
    }))
    .sort((a, b) => (a.result.agencyName < b.result.agencyName ? -1 : 1));
}

export function fits({ result }: Listed, { kind, region, zone }: ListFilter): boolean {
  return (
    (kind === null || result.agencyKind === kind) &&
    (region === null || result.regionCode === region || (result.regionCode?.startsWith(`${region}.`) ?? false)) &&
    (zone === null || (result.zone ?? 'none') === zone)
  );
}
