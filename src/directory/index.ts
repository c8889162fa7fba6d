/** The front door of the directory: who is who. Other rooms use nothing else of it. */

export { appointPosition } from './actions/appoint-position.ts';
export { endPosition } from './actions/end-position.ts';
export { inviteAgain } from './actions/invite-again.ts';
export { type Invited, invitePerson } from './actions/invite-person.ts';
export type { DirectorySlots } from './actions/slots.ts';
export { directoryErrands } from './errands/errands.ts';
export { examplePersonId, loadExamplePeople } from './examples/load-example-people.ts';
export { EXAMPLE_PEOPLE } from './examples/people.ts';
export { REGION_ATTRIBUTION, REGION_ATTRIBUTION_URL, REGION_LICENCE_URL } from './reference/attribution.ts';
export { AGENCY_KINDS, type Agency, type AgencyKind, isInForce, OMBUDSMAN_CODE } from './rules/agency.ts';
export type { Category, Competence } from './rules/category.ts';
export type { ListPage } from './rules/cursor.ts';
export type { Position } from './rules/held.ts';
export { directoryTemplates } from './rules/mails.ts';
export { isPositionKind, POSITION_KINDS, type PositionKind, positionKind } from './rules/positions.ts';
export { DIRECTORY_REFUSALS, type DirectoryRefusal } from './rules/refusals.ts';
export {
  chainText,
  codeAt,
  isRegionCode,
  levelOf,
  liesIn,
  REGION_LEVELS,
  type Region,
  type RegionKind,
  type RegionLevel,
  regionTitle,
} from './rules/region.ts';
export { zoneOfRegion } from './rules/zones.ts';
export {
  agenciesByIds,
  agenciesUnder,
  agencyByCode,
  agencyById,
  governmentOf,
  levelAbove,
  lineOf,
  nationalDeskAgency,
  ombudsmanOfficeFor,
} from './store/agencies.ts';
export {
  type AgencyFilters,
  listAgencies,
  type OfficeName,
  officesUnder,
  searchAgencies,
} from './store/agency-lists.ts';
export { type CategoryBranch, categoryByCode, categoryTree, competencesFor } from './store/categories.ts';
export {
  actorFor,
  type Coordination,
  capabilitiesHeldAt,
  coordinatorOf,
  type Holder,
  holdersAt,
  holdersOf,
  positionsAt,
} from './store/holders.ts';
export { loadReference } from './store/load-reference.ts';
export { type Person, peopleByIds, personByEmail, personById } from './store/people.ts';
export { positionById, positionsOf } from './store/positions.ts';
export {
  type FoundRegion,
  listRegions,
  type RegionFilters,
  regionByCode,
  regionChain,
  regionLine,
  regionsIn,
  searchRegions,
} from './store/regions.ts';
export { type Suggestion, suggestOffices } from './store/suggest-offices.ts';
export { type OfficerAsked, officersOnly } from './web/officers-only.tsx';
