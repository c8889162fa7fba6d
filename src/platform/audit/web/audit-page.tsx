import type { Language } from '../../../kernel/language.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { SignedRoot } from '../log/signed-root.ts';
import type { Words } from './words.id.ts';

interface AuditPageProps {
  readonly words: Words;
  readonly language: Language;
  /** Newest first. */
  readonly roots: readonly SignedRoot[];
  /** Of the newest root. */
  readonly witnesses: readonly { readonly host: string; readonly sentAt: Moment | null }[];
}

export function AuditPage({ words, language, roots, witnesses }: AuditPageProps) {
  const newest = roots[0];
  return (
    <>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body-l">{words.lead}</p>
      <h2 class="govuk-heading-m">{words.howTitle}</h2>
      <List of={words.how} />
      <h2 class="govuk-heading-m">{words.provesTitle}</h2>
      <List of={words.proves} />
      <h2 class="govuk-heading-m">{words.notTitle}</h2>
      <List of={words.not} />
      <h2 class="govuk-heading-m">{words.rootsTitle}</h2>
      {newest ? <Roots words={words} language={language} roots={roots} /> : <p class="govuk-body">{words.noRoots}</p>}
      {newest && (
        <>
          <p class="govuk-body">
            <a class="govuk-link" href="/audit/roots.json">
              {words.all}
            </a>
          </p>
          <h3 class="govuk-heading-s">{words.keyTitle}</h3>
          <p class="govuk-body">
            <code class="app-hash">{newest.publicKey}</code>
          </p>
          <h3 class="govuk-heading-s">{words.witnessesTitle}</h3>
          {witnesses.length === 0 ? (
            <p class="govuk-body">{words.noWitnesses}</p>
          ) : (
            <p class="govuk-body">{words.witnessed(newest.number)}</p>
          )}
          {witnesses.length > 0 && (
            <List of={witnesses.map((one) => `${one.host}: ${one.sentAt ? words.sent : words.waiting}`)} />
          )}
        </>
      )}
      <h2 class="govuk-heading-m">{words.checkTitle}</h2>
      <p class="govuk-body">{words.check[0]}</p>
      <pre>
        <code>npx tuntas audit verify --root root.json</code>
      </pre>
      <p class="govuk-body">{words.check[1]}</p>
      <pre>
        <code>npx tuntas audit check-proof proof.json</code>
      </pre>
      <p class="govuk-body">{words.formatLink}</p>
    </>
  );
}

function List({ of }: { readonly of: readonly string[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {of.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}

function Roots({ words, language, roots }: Pick<AuditPageProps, 'words' | 'language' | 'roots'>) {
  return (
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-visually-hidden">{words.rootsTitle}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <Heading text={words.day} />
          <Heading text={words.number} />
          <Heading text={words.leaves} />
          <Heading text={words.hash} />
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {roots.map((root) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              <a class="govuk-link" href={`/audit/roots/${root.day}.json`} aria-label={words.fileOf(root.day)}>
                {root.day}
              </a>
            </th>
            <td class="govuk-table__cell">{root.number}</td>
            <td class="govuk-table__cell">{root.size.toLocaleString(language === 'en' ? 'en-GB' : 'id-ID')}</td>
            <td class="govuk-table__cell">
              <code class="app-hash">{root.rootHash}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Heading({ text }: { readonly text: string }) {
  return (
    <th scope="col" class="govuk-table__header">
      {text}
    </th>
  );
}
