import { Card, formatDay } from '../../design/index.ts';
import { Temporal } from '../../kernel/time.ts';
import type { WebContext } from '../../platform/http/env.ts';
import { answerExample } from '../data/answer-example.ts';
import { DUE_EXAMPLES } from '../rules/due.examples.ts';
import { explainDue } from '../rules/explain-due.ts';
import { lawPage, wordsFor } from './frame.tsx';

/** GET /law/examples: how deadlines are counted, by example. */
export function examplesPage(c: WebContext): Promise<Response> {
  const words = wordsFor(c);
  const language = c.get('language');
  return lawPage(
    c,
    '/law/examples',
    words.examplesTitle,
    <>
      <p>{words.holidaysLead}</p>
      <p>{words.examplesLead}</p>
      {DUE_EXAMPLES.map((example) => (
        <Card title={example.title[language]}>
          <p>{explainDue(answerExample(example), language)}</p>
          {example.without && (
            <p class="govuk-hint">
              {words.examplesWithout(example.without.map((day) => formatDay(Temporal.PlainDate.from(day), language)).join(', '))}
            </p>
          )}
        </Card>
      ))}
    </>,
  );
}
