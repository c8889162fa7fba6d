/**
 * What complaints ask of the directory. Look-ups go through the pool or the transaction they are given: never ask for a second
 * connection while a transaction holds one.
 */

import {
  type Agency,
  agenciesByIds,
  agencyByCode,
  agencyById,
  holdersOf as directoryHolders,
  ombudsmanOfficeFor as directoryOmbudsman,
  governmentOf,
  isInForce,
  levelAbove,
  lineOf,
  nationalDeskAgency,
  OMBUDSMAN_CODE,
  positionsAt,
  regionByCode,
} from '../../directory/index.ts';
import type { Capability } from '../../kernel/actor.ts';
import { type Day, dayOf, type Zone } from '../../kernel/time.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Office } from '../rules/forwarding.ts';
import { type Desk, type Routing, routeNew } from '../rules/routing.ts';

const asDesk = (agency: Agency): Desk => ({ agencyId: agency.id, path: agency.path });

export async function nationalDesk(tools: Pick<Tools, 'db'>): Promise<Desk> {
  return asDesk(await nationalDeskAgency(tools.db));
}

/** `undefined` when one of them does not exist or is no longer in force. */
export async function officesById(tools: Pick<Tools, 'db' | 'clock'>, ids: readonly string[]): Promise<Office[] | undefined> {
  const wanted = [...new Set(ids)];
  const found = await agenciesByIds(tools.db, wanted);
  const today = dayOf(tools.clock.now(), 'Asia/Jakarta');
  const offices = wanted.flatMap((id) => {
    const agency = found.get(id);
    return agency && isInForce(agency, today) ? [{ id, governmentId: agency.governmentId, path: agency.path }] : [];
  });
  return offices.length === wanted.length ? offices : undefined;
}

/** The zone of the event's region, else of the addressed agency's, else WIB; `undefined` for an unknown region. */
export async function zoneFor(
  tools: Pick<Tools, 'db'>,
  regionCode: string | null,
  agencyId: string | null,
): Promise<Zone | undefined> {
  if (regionCode !== null) return (await regionByCode(tools.db, regionCode))?.zone;
  const agency = agencyId === null ? undefined : await agencyById(tools.db, agencyId);
  const region = agency?.regionCode ? await regionByCode(tools.db, agency.regionCode) : undefined;
  return region?.zone ?? 'Asia/Jakarta';
}

/** Whose desk verifies a new complaint; `undefined` for an agency that does not exist. */
export async function routeFor(tools: Pick<Tools, 'db'>, agencyId: string | null, day: Day): Promise<Routing | undefined> {
  const national = await nationalDeskAgency(tools.db);
  const ombudsman = await agencyByCode(tools.db, OMBUDSMAN_CODE);
  if (!ombudsman) throw new Error('the directory has no Ombudsman: is the reference data loaded?');
  if (agencyId === null) return routeNew(null, asDesk(national), ombudsman.id);
  const agency = await agencyById(tools.db, agencyId);
  if (!agency || !isInForce(agency, day)) return undefined;
  const isNationalDesk = agency.governmentId === national.id;
  const isCoordinatorOffice = !isNationalDesk && (await lineOf(tools.db, agency)).some((each) => each.isCoordinatorDesk);
  return routeNew(
    {
      id: agency.id,
      governmentId: agency.governmentId,
      isCoordinatorOffice,
      governmentDesk: isCoordinatorOffice ? null : await staffedDesk(tools.db, agency, day),
      deskAbove: isCoordinatorOffice
        ? ((await staffedDesk(tools.db, await levelAbove(tools.db, agency), day)) ?? asDesk(national))
        : asDesk(national),
      isNationalDesk,
    },
    asDesk(national),
    ombudsman.id,
  );
}

/** The government's own desk, when somebody holds it that day. */
async function staffedDesk(db: Db, agency: Agency, day: Day): Promise<Desk | null> {
  const government = await governmentOf(db, agency);
  const holders = await positionsAt(db, government.id, 'complaint.verify', day);
  return holders.length > 0 ? asDesk(government) : null;
}

/** The Ombudsman office that serves a place. */
export async function ombudsmanOfficeFor(db: Db, regionCode: string | null): Promise<string> {
  return (await directoryOmbudsman(db, regionCode)).id;
}

export function holdersOf(db: Db, agencyId: string, capability: Capability, day: Day): Promise<string[]> {
  return directoryHolders(db, agencyId, capability, day);
}

/** Those who lead an agency's government. */
export async function headsOf(db: Db, governmentId: string, day: Day): Promise<string[]> {
  const readers = await positionsAt(db, governmentId, 'complaint.read', day);
  return [...new Set(readers.filter((holder) => holder.kind === 'regional-leader').map((holder) => holder.personId))];
}
