/** From the page of the Ombudsman to what it tells the public. */
import type { Language } from '../../../../kernel/language.ts';
import { wordsIn } from '../words.ts';
import { COMPLIANCE, FINDINGS, OFFICES } from './telling.ts';

export function PublicWays({ language }: { language: Language }) {
  const words = wordsIn(language);
  const ways = [
    [FINDINGS, words.findingsTitle],
    [COMPLIANCE, words.complianceTitle],
    [OFFICES, words.officesTitle],
  ] as const;
  return (
    <>
      <h2>{words.publicTitle}</h2>
      <ul>
        {ways.map(([href, text]) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
