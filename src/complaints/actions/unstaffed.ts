/** Which work of offices without an officer an actor looks after; see rules/unstaffed.ts. Asked anew for every desk: people come and go. */
import { agenciesByIds, capabilitiesHeldAt } from '../../directory/index.ts';
import { type Actor, type HeldPosition, positionsWith } from '../../kernel/actor.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import type { Tools } from '../../platform/tools.ts';
import { isOversight, lookedAfterBy, uncovered } from '../rules/unstaffed.ts';
import { type StandIn, type WaitingAt, waitingPlaces } from '../store/stand-in.ts';

export async function lookedAfterFor(tools: Pick<Tools, 'db' | 'clock'>, actor: Actor): Promise<StandIn[]> {
  const day = dayOf(tools.clock.now(), 'Asia/Jakarta');
  if (positionsWith(actor, 'complaint.arbitrate').length > 0) return ofNationalDesk(tools, day);
  const coordinators = positionsWith(actor, 'complaint.forward').filter(
    (position) => position.agencyId === position.governmentId,
  );
  const found = await Promise.all(coordinators.map((position) => ofCoordinator(tools, position, day)));
  return found.filter((each) => each.lines.length > 0);
}

async function ofCoordinator(tools: Pick<Tools, 'db'>, { governmentId }: HeldPosition, day: Day): Promise<StandIn> {
  const unstaffed = await unstaffedPlaces(tools, governmentId, day);
  const lines = unstaffed.filter(
    (place) =>
      place.governmentId === governmentId && lookedAfterBy({ id: place.agencyId, governmentId }, true, false) === 'coordinator',
  );
  return { lines, governmentId, shielded: false };
}

async function ofNationalDesk(tools: Pick<Tools, 'db'>, day: Day): Promise<StandIn[]> {
  const unstaffed = await unstaffedPlaces(tools, null, day);
  const governments = [...new Set(unstaffed.map((place) => place.governmentId))];
  const held = await capabilitiesHeldAt(tools.db, governments, day);
  return governments.flatMap((governmentId) => {
    const places = unstaffed.filter((place) => place.governmentId === governmentId);
    const isCoordinated = held.get(governmentId)?.has('complaint.forward') ?? false;
    return [false, true].flatMap((shielded) => {
      const lines = places.filter(
        (place) => lookedAfterBy({ id: place.agencyId, governmentId }, isCoordinated, shielded) === 'national-desk',
      );
      return lines.length > 0 ? [{ lines, governmentId, shielded }] : [];
    });
  });
}

async function unstaffedPlaces(
  { db }: Pick<Tools, 'db'>,
  readerId: string | null,
  day: Day,
): Promise<(WaitingAt & { readonly governmentId: string })[]> {
  const places = (await waitingPlaces(db, readerId)).filter((place) => !isOversight(place.capabilities));
  const ids = places.map((place) => place.agencyId);
  const [agencies, held] = await Promise.all([agenciesByIds(db, ids), capabilitiesHeldAt(db, ids, day)]);
  return places.flatMap((place) => {
    const governmentId = agencies.get(place.agencyId)?.governmentId;
    return governmentId && uncovered(place.capabilities, held.get(place.agencyId)) ? [{ ...place, governmentId }] : [];
  });
}
