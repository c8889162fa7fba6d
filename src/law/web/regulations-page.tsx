import { formatDay, Table } from '../../design/index.ts';
import type { Language } from '../../kernel/language.ts';
import { Temporal } from '../../kernel/time.ts';
import type { WebContext } from '../../platform/http/env.ts';
import { replacedBy, shortName } from '../rules/citation.ts';
import { REGULATIONS, type Regulation } from '../rules/regulations.ts';
import { lawPage, wordsFor } from './frame.tsx';
import type { LawWords } from './words.id.ts';

/** GET /law/regulations: the register. */
export function regulationsPage(c: WebContext): Promise<Response> {
  const words = wordsFor(c);
  const language = c.get('language');
  return lawPage(
    c,
    '/law/regulations',
    words.regulationsTitle,
    <Table
      id="regulations"
      caption={words.regulationsTitle}
      captionSize="hidden"
      stacked
      columns={[{ label: words.regulation }, { label: words.about }, { label: words.inForce }, { label: words.source }]}
      rows={Object.values(REGULATIONS).map((regulation) => [
        <span id={regulation.id}>{shortName(regulation.id)}</span>,
        language === 'id' ? (
          regulation.title
        ) : (
          <>
            <span lang="id">{regulation.title}</span>
            <div class="govuk-hint">{regulation.about}</div>
          </>
        ),
        tellForce(regulation, words, language),
        regulation.source ? (
          <a href={regulation.source} rel="noopener noreferrer">
            {new URL(regulation.source).hostname}
          </a>
        ) : (
          ''
        ),
      ])}
    />,
  );
}

function tellForce(regulation: Regulation, words: LawWords, language: Language): string {
  const day = (text: string) => formatDay(Temporal.PlainDate.from(text), language, 'short');
  const { from, until } = regulation.inForce;
  const next = replacedBy(regulation.id);
  return [
    from ? words.from(day(from)) : words.dateUnknown,
    until && words.untilDay(day(until)),
    next && words.replacedBy(shortName(next)),
    (from || until) && !regulation.datesConfirmed && words.datesUnconfirmed,
  ]
    .filter(Boolean)
    .join('; ');
}
