/**
 * Whose desk verifies a new complaint. The government the complainant named, except where that would make someone the judge
 * of their own office: a complaint about the coordinator's own office goes to the level above (issue of trust, house decision 0007).
 */
export interface Desk {
  readonly agencyId: string;
  /** From the root of its tree to itself. */
  readonly path: readonly string[];
}

export interface AddressedAgency {
  readonly id: string;
  readonly governmentId: string;
  /** The office from which the government's coordinator works (usually Kominfo). */
  readonly isCoordinatorOffice: boolean;
  /** The government's own desk, `null` when nobody coordinates there: the national desk verifies then. */
  readonly governmentDesk: Desk | null;
  /** The desk one level up: the province for a regency, the national desk for a province or a ministry. */
  readonly deskAbove: Desk;
  /** The national desk's own ministry: no desk stands above it, so the Ombudsman looks on from the first day. */
  readonly isNationalDesk: boolean;
}

export interface Routing {
  readonly desk: Desk;
  readonly shieldedGovernmentId: string | null;
  readonly respondentIds: readonly string[];
  readonly ombudsmanOfficeId: string | null;
}

export function routeNew(addressed: AddressedAgency | null, nationalDesk: Desk, ombudsmanId: string): Routing {
  const open = { shieldedGovernmentId: null, ombudsmanOfficeId: null };
  if (!addressed) return { desk: nationalDesk, respondentIds: [], ...open };
  const respondentIds = [addressed.governmentId];
  if (addressed.isNationalDesk) return { desk: nationalDesk, respondentIds, ...open, ombudsmanOfficeId: ombudsmanId };
  if (addressed.isCoordinatorOffice) {
    return { ...open, desk: addressed.deskAbove, shieldedGovernmentId: addressed.governmentId, respondentIds };
  }
  return { desk: addressed.governmentDesk ?? nationalDesk, respondentIds, ...open };
}
