/** Who may sign for whom: nobody stands on two sides of one agreement. Pure. */
import { type Agreement, type Party, partyOf, type Signatory } from '../agreement.ts';
import type { AgreementRefusal } from '../refusals.ts';

type Hands = Pick<Agreement, 'parties' | 'signatories'>;

/** Whose side a party is on: everything of one government is one side, so is everything of the Ombudsman. */
const sideOf = (party: Party): string => party.governmentId ?? party.agencyPath[0] ?? party.agencyId ?? party.id;

/** Others of the same person. Whoever signs on paper has none: a scan shows the hand, not the account. */
const alsoOf = ({ signatories }: Hands, one: Signatory): readonly Signatory[] =>
  one.personId === null ? [] : signatories.filter(({ id, personId }) => personId === one.personId && id !== one.id);

/**
 * Whether somebody is to sign for another side too. Whoever heads two offices of one government (one of them for the time being) signs for both;
 * nobody makes an agreement with themselves.
 */
export function signsForOtherSide(hands: Hands, one: Signatory): boolean {
  const party = partyOf(hands, one.partyId);
  if (!party || one.capacity !== 'signs') return false;
  return alsoOf(hands, one).some((other) => {
    const their = other.capacity === 'signs' ? partyOf(hands, other.partyId) : undefined;
    return their !== undefined && sideOf(their) !== sideOf(party);
  });
}

/** What is wrong with those who are to sign and to witness. */
export function refusalOfHands(hands: Hands): AgreementRefusal | undefined {
  for (const one of hands.signatories) {
    const others = alsoOf(hands, one);
    if (others.some(({ capacity, partyId }) => capacity === one.capacity && partyId === one.partyId))
      return 'agreement.signatory-twice';
    // What one signs oneself one cannot witness.
    if (others.some(({ capacity }) => capacity !== one.capacity)) return 'agreement.signatory-own-witness';
    if (signsForOtherSide(hands, one)) return 'agreement.signatory-other-side';
  }
  return undefined;
}
