/** What minutes or an evaluation are that somebody holds, for the page that verifies documents. */
import type { Child } from 'hono/jsx';
import { formatMoment, NotificationBanner, SummaryList } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { address } from '../../../platform/http/query.ts';
import type { RecordedDocument } from '../../rules/reviews/recorded-document.ts';
import { wordsIn } from './words.ts';

/** Where a number is looked up. */
export const numberAddress = (number: string): string => address('/agreements/verify', { number });

/** @param isFile the file itself is known, not only the number printed on something */
export function RecordedDocumentView({
  found,
  isFile,
  language,
}: {
  readonly found: RecordedDocument;
  readonly isFile: boolean;
  readonly language: Language;
}): Child {
  const w = wordsIn(language).recorded;
  const { kind, number, newest, about, at, zone, standing, pdf, isExample } = found;
  return (
    <>
      <NotificationBanner kind={standing === 'stands' ? 'success' : 'notice'} title={w.result}>
        <p class="govuk-notification-banner__heading">{isFile ? w.fileKnown : w.numberKnown}</p>
        <p>{w.standing[standing]}</p>
        {standing === 'replaced' && (
          <p>
            <a href={numberAddress(newest)}>{w.newest(newest)}</a>
          </p>
        )}
      </NotificationBanner>
      <SummaryList
        rows={[
          { key: w.kind, value: w.kinds[kind] },
          number !== '' && { key: w.number, value: number },
          { key: kind === 'rad-evaluation' ? w.government : w.agreement, value: <a href={about.href}>{about.text}</a> },
          { key: w.at, value: formatMoment(at, zone, language) },
          kind !== 'rad-evaluation' && { key: w.file, value: pdf === null ? w.notOpen : <a href={pdf}>{w.read}</a> },
          isExample && { key: w.example, value: w.exampleText },
        ]}
      />
      {!isFile && <p>{w.compare}</p>}
    </>
  );
}
