/** Pages of words: privacy, open data, and the API for people who write programs. */
import { PageHeading, Prose, page } from '../../design/index.ts';
import { cite } from '../../law/index.ts';
import type { WebContext } from '../../platform/http/env.ts';
import { wordsIn } from './words.ts';

export function privacyPage(c: WebContext): Promise<Response> {
  const language = c.get('language');
  const words = wordsIn(language);
  const laws = (['uu-27-2022', 'uu-25-2009'] as const).map((regulation) => cite({ regulation })[language]);
  return page(
    c,
    { title: words.privacy, description: words.privacyDescription, robots: 'index' },
    <Prose>
      <PageHeading>{words.privacy}</PageHeading>
      {words.privacyParts.map(([title, text]) => (
        <>
          <h2>{title}</h2>
          <p>{text}</p>
        </>
      ))}
      <p class="govuk-hint">
        {words.privacyBasis(laws.join('; '))} <a href="/law/regulations">{words.lawLink}</a>
      </p>
    </Prose>,
  );
}

export function openDataPage(c: WebContext): Promise<Response> {
  const words = wordsIn(c.get('language'));
  return page(
    c,
    { title: words.openData, description: words.openDataDescription, robots: 'index' },
    <Prose>
      <PageHeading>{words.openData}</PageHeading>
      <p>{words.openDataLead}</p>
      <ul class="tuntas-lines">
        {words.openDataItems.map(([href, title, text]) => (
          <li class="tuntas-lines__item">
            <h2 class="tuntas-lines__title">
              <a href={href}>{title}</a>
            </h2>
            <p class="tuntas-lines__meta">{text}</p>
          </li>
        ))}
      </ul>
      <p>
        <a href="/open-data/api">{words.api}</a>
      </p>
      <h2>{words.openDataNotIn}</h2>
      <p>{words.openDataNotInText}</p>
      <p class="govuk-hint">{words.openDataLicence}</p>
    </Prose>,
  );
}

const FILING = (base: string) => `curl -X POST ${base}/api/v1/complaints \\
  -H 'Content-Type: application/json' \\
  -H 'Idempotency-Key: f3b0c1d2-contoh-kunci-acak' \\
  -d '{
    "class": "complaint",
    "title": "Jalan berlubang di depan pasar",
    "description": "Sudah tiga minggu jalan di depan pasar berlubang.",
    "region": "51.05",
    "anonymous": true
  }'`;
const FOLLOWING = (base: string) => `curl ${base}/api/v1/complaints/1234567894/status \\
  -H 'Receipt-Code: 1234567890123456'`;
const READING = (base: string) => `curl '${base}/api/v1/complaints?region=51.05&status=closed&q=jalan'`;

export function apiPage(c: WebContext): Promise<Response> {
  const words = wordsIn(c.get('language'));
  const { baseUrl } = c.get('tools').settings;
  const part = (title: string, text: string, example?: string) => (
    <>
      <h2>{title}</h2>
      <p>{text}</p>
      {example && (
        // A scrolling box must be reachable by keyboard (WCAG 2.1.1).
        <section class="tuntas-example-code" aria-label={title} tabindex={0}>
          <pre>
            <code>{example}</code>
          </pre>
        </section>
      )}
    </>
  );
  return page(
    c,
    { title: words.api, description: words.apiDescription, robots: 'index' },
    <Prose>
      <PageHeading>{words.api}</PageHeading>
      <p>{words.apiLead}</p>
      <p>
        <a href="/api/openapi.json">{words.apiDocument}</a>
      </p>
      {part(words.apiFile, words.apiFileText, FILING(baseUrl))}
      {part(words.apiFollow, words.apiFollowText, FOLLOWING(baseUrl))}
      {part(words.apiRead, words.apiReadText, READING(baseUrl))}
      {part(words.apiErrors, words.apiErrorsText)}
    </Prose>,
  );
}
