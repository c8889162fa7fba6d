/** Words of documents that changed with the procedure: a case keeps the names of the one it was opened under, on paper as on its pages. */
import type { CaseRuleSet } from '../../../law/index.ts';
import { lhpName } from '../findings/lhp.ts';

const NEW = lhpName('PO 58/2023');

/**
 * A text of ours (a label, a series of numbers, a wording; never what somebody typed) with the report of an examination called as the procedure
 * calls it: LAHP until PO 58/2023, LHP since.
 *
 * @param ruleSet `null` for files that keep none
 */
export function inProcedure(text: string, ruleSet: CaseRuleSet | null): string {
  if (ruleSet === null) return text;
  const own = lhpName(ruleSet);
  return text.replaceAll(NEW.long.id, own.long.id).replaceAll(/\bLHP\b/g, own.short);
}
