/** What the public page of an agency tells of its compliance: the latest year with anything to judge, and the way to the rows. */
import type { Language } from '../../../../kernel/language.ts';
import type { Compliance } from '../../../rules/obligations/compliance.ts';
import { wordsIn } from '../words.ts';
import { agencyCompliancePath, shareWords } from './telling.ts';

export function ComplianceBlock(props: {
  code: string;
  /** The latest first, as `complianceYears` gives them. */
  years: readonly { readonly year: number; readonly figure: Compliance }[];
  language: Language;
}) {
  const { code, years, language } = props;
  const words = wordsIn(language);
  const told = years.find(({ figure }) => figure.share !== null);
  if (!told) return <p>{words.blockNone}</p>;
  return (
    <>
      <p>
        {words.blockIn(told.year)} <strong>{shareWords(told.figure, words, language)}</strong>.{' '}
        {told.figure.late > 0 && words.blockLate(told.figure.late)}
      </p>
      <p>
        <a href={`${agencyCompliancePath(code)}?year=${told.year}`}>{words.blockRows}</a>
      </p>
    </>
  );
}
