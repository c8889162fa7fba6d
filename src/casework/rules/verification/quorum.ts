/** The quorum of a plenary: more than half of the members (PO 52/2021), counted for each case without those whom a conflict of interest shuts out. */

export interface Counted {
  /** Members who may decide this case. */
  readonly members: number;
  /** Of these, who is there. */
  readonly present: number;
}

/** @param percent parameter `case.quorum`: attendance must be more than this share. Nobody is never a quorum. */
export function hasQuorum({ members, present }: Counted, percent: number): boolean {
  return members > 0 && present * 100 > members * percent;
}

/** The fewest who must be there. */
export function neededForQuorum(members: number, percent: number): number {
  return Math.floor((members * percent) / 100) + 1;
}

/** Counts for one case. @param excluded members with a conflict of interest: they count on neither side */
export function countFor(
  members: readonly { readonly personId: string; readonly isPresent: boolean | null }[],
  excluded: ReadonlySet<string>,
): Counted {
  const counting = members.filter((each) => !excluded.has(each.personId));
  return { members: counting.length, present: counting.filter((each) => each.isPresent === true).length };
}
