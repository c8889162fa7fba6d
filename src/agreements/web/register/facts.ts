/** What was typed into the form of an agreement, and what it means. Reading decides nothing: rules do. */
import { type DateParts, dateParts, dayFromParts, partsOfDay } from '../../../design/index.ts';
import { agenciesByIds } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Form } from '../../../platform/http/form.ts';
import type { FactsOrder } from '../../actions/register/change-facts.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Flaw } from '../../rules/draft.ts';
import { maySee } from '../../rules/visibility.ts';
import { loadAgreement, loadAgreementByCode } from '../../store/agreements.ts';

export interface TypedParty {
  /** `null` for a body the directory does not know. */
  readonly agencyId: string | null;
  readonly name: string;
  readonly ownNumber: string;
}

export interface TypedFacts {
  readonly kind: string;
  readonly keeper: string;
  readonly title: string;
  readonly basis: string;
  readonly purpose: string;
  readonly place: string;
  readonly source: string;
  readonly programmes: readonly string[];
  readonly parties: readonly TypedParty[];
  readonly yearFrom: string;
  readonly yearUntil: string;
  readonly signedOn: DateParts;
  readonly inForceFrom: DateParts;
  readonly inForceUntil: DateParts;
  /** Codes. */
  readonly parent: string;
  readonly predecessor: string;
}

export const MOST_PARTIES = 200;
const OTHER = 'other:';

/** How a party travels through the form. */
export const keyOf = (party: TypedParty): string => party.agencyId ?? `${OTHER}${party.name}`;

export function partyOfKey(key: string): TypedParty | undefined {
  if (isUuid(key)) return { agencyId: key, name: '', ownNumber: '' };
  const name = key.startsWith(OTHER) ? key.slice(OTHER.length).trim().slice(0, 200) : '';
  return name === '' ? undefined : { agencyId: null, name, ownNumber: '' };
}

export function readFacts(form: Form): TypedFacts {
  const typed = form.typed();
  return {
    ...{ kind: form.text('kind'), keeper: form.text('keeper'), title: form.text('title'), basis: form.text('basis') },
    ...{ purpose: form.text('purpose'), place: form.text('place'), source: form.text('source') },
    ...{ programmes: form.all('programmes'), parties: readParties(form) },
    ...{ yearFrom: form.text('yearFrom').trim(), yearUntil: form.text('yearUntil').trim() },
    ...{ signedOn: dateParts(typed, 'signedOn'), inForceFrom: dateParts(typed, 'inForceFrom') },
    inForceUntil: dateParts(typed, 'inForceUntil'),
    ...{ parent: form.text('parentId').trim().toUpperCase(), predecessor: form.text('predecessorId').trim().toUpperCase() },
  };
}

/** In the order that was asked for, then as they stood; without the one that was taken out, with those that were added. */
function readParties(form: Form): readonly TypedParty[] {
  const stood = form
    .all('party')
    .slice(0, MOST_PARTIES)
    .map((key, index) => ({ key, index }));
  const placed = stood.map(({ key, index }) => {
    const place = form.text(`place-${index}`).trim();
    return { key, index, place: /^\d{1,3}$/.test(place) ? Number(place) : index + 1 };
  });
  const kept = placed
    .toSorted((a, b) => a.place - b.place || a.index - b.index)
    .filter(({ index }) => form.text('remove') !== String(index))
    .flatMap(({ key, index }) => {
      const party = partyOfKey(key);
      return party ? [{ ...party, ownNumber: form.text(`number-${index}`) }] : [];
    });
  const added = [
    ...(form.has('addNear') ? [form.text('near')] : []),
    ...(form.has('addFound') ? form.all('found') : []),
    ...(form.has('addOther') ? [`${OTHER}${form.text('other')}`] : []),
  ].flatMap((key) => partyOfKey(key) ?? []);
  const fresh = added.filter((party, index) => {
    const isThere = (each: TypedParty) => keyOf(each) === keyOf(party);
    return !kept.some(isThere) && added.findIndex(isThere) === index;
  });
  return [...kept, ...fresh].slice(0, MOST_PARTIES);
}

/** Whether the form only looks something up or changes the list of parties: it comes again, filled. */
export function isLookUp(form: Form): boolean {
  return ['addNear', 'addFound', 'addOther', 'find', 'offices', 'remove'].some((name) => form.has(name));
}

export function factsOf(agreement: Agreement, parent: Agreement | undefined, predecessor: Agreement | undefined): TypedFacts {
  return {
    ...{ kind: agreement.kind, keeper: agreement.keeperId, title: agreement.title, basis: agreement.basis },
    ...{ purpose: agreement.purpose, place: agreement.place, source: agreement.source, programmes: agreement.programmes },
    parties: agreement.parties.map(({ agencyId, name, ownNumber }) => ({ agencyId, name, ownNumber })),
    ...{ yearFrom: String(agreement.yearFrom ?? ''), yearUntil: String(agreement.yearUntil ?? '') },
    ...{ signedOn: partsOfDay(agreement.signedOn), inForceFrom: partsOfDay(agreement.inForceFrom) },
    inForceUntil: partsOfDay(agreement.inForceUntil),
    ...{ parent: parent?.code ?? '', predecessor: predecessor?.code ?? '' },
  };
}

/** What the facts mean, or what of them means nothing. */
export async function orderOf(
  db: Db,
  actor: Actor,
  typed: TypedFacts,
): Promise<{ readonly order: FactsOrder; readonly flaws: readonly Flaw[] }> {
  const flaws: Flaw[] = [];
  const day = (field: 'signedOn' | 'inForceFrom' | 'inForceUntil'): Day | null => {
    const parts = typed[field];
    if (parts.day + parts.month + parts.year === '') return null;
    const found = dayFromParts(parts);
    if (!found) flaws.push({ field, code: 'agreement.day-wrong' });
    return found ?? null;
  };
  const year = (field: 'yearFrom' | 'yearUntil'): number | null => {
    if (typed[field] === '') return null;
    if (/^2[01]\d\d$/.test(typed[field])) return Number(typed[field]);
    flaws.push({ field, code: 'agreement.year-wrong' });
    return null;
  };
  const related = async (field: 'parent' | 'predecessor'): Promise<string | null> => {
    if (typed[field] === '') return null;
    const found = typed[field].length > 40 ? undefined : await loadAgreementByCode(db, typed[field]);
    if (!found || !maySee(actor, found)) flaws.push({ field: `${field}Id`, code: `agreement.${field}-wrong` });
    return found?.id ?? null;
  };
  const order: FactsOrder = {
    ...{ title: typed.title, basis: typed.basis, purpose: typed.purpose, programmes: typed.programmes, parties: typed.parties },
    ...{ yearFrom: year('yearFrom'), yearUntil: year('yearUntil'), place: typed.place, source: typed.source },
    ...{ signedOn: day('signedOn'), inForceFrom: day('inForceFrom'), inForceUntil: day('inForceUntil') },
    ...{ parentId: await related('parent'), predecessorId: await related('predecessor') },
  };
  return { order, flaws };
}

/** The parties with their names of the directory. One the directory does not know keeps a placeholder: the rule refuses it by name. */
export async function named(db: Db, parties: readonly TypedParty[]): Promise<readonly TypedParty[]> {
  const known = await agenciesByIds(
    db,
    parties.flatMap(({ agencyId }) => agencyId ?? []),
  );
  return parties.map((party) => (party.agencyId === null ? party : { ...party, name: known.get(party.agencyId)?.name ?? '?' }));
}

export const relatedOf = async (db: Db, agreement: Agreement): Promise<TypedFacts> =>
  factsOf(
    agreement,
    agreement.parentId ? await loadAgreement(db, agreement.parentId) : undefined,
    agreement.predecessorId ? await loadAgreement(db, agreement.predecessorId) : undefined,
  );
