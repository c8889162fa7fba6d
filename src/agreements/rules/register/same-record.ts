/** Whether two records are of one paper: the same kind, day and parties, and no party's number speaks against it. Pure. */
import type { Agreement, Party } from '../agreement.ts';

type Recorded = Pick<Agreement, 'id' | 'kind' | 'signedOn' | 'parties'>;

const nameOf = ({ agencyId, name }: Party) => agencyId ?? `other ${name.trim().toLowerCase()}`;
const folded = (number: string) => number.replaceAll(/\s+/g, ' ').trim().toLowerCase();

export function isSameRecord(one: Recorded, other: Recorded): boolean {
  if (one.kind !== other.kind || !one.signedOn || !other.signedOn || one.signedOn.until(other.signedOn).sign !== 0) return false;
  if (one.parties.length !== other.parties.length) return false;
  const numbers = new Map(other.parties.map((party) => [nameOf(party), folded(party.ownNumber)]));
  return one.parties.every((party) => {
    const number = numbers.get(nameOf(party));
    if (number === undefined) return false;
    const mine = folded(party.ownNumber);
    return mine === '' || number === '' || mine === number;
  });
}

/** The record that is there already, when there is one. */
export function recordConflict<Known extends Recorded>(agreement: Recorded, known: readonly Known[]): Known | undefined {
  return known.find((each) => each.id !== agreement.id && isSameRecord(agreement, each));
}
