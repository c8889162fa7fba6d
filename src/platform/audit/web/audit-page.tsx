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
      <h2>{words.howTitle}</h2>
      <List of={words.how} />
      <h2>{words.provesTitle}</h2>
      <List of={words.proves} />
      <h2>{words.notTitle}</h2>
      <List of={words.not} />
      <h2 id="audit-roots">{words.rootsTitle}</h2>
      {newest ? <Roots words={words} language={language} roots={roots} /> : <p>{words.noRoots}</p>}
      {newest && (
        <>
          <p>
            <a href="/audit/roots.json">{words.all}</a>
          </p>
          <h3>{words.keyTitle}</h3>
          <p>
            <code>{newest.publicKey}</code>
          </p>
          <h3>{words.witnessesTitle}</h3>
          {witnesses.length === 0 ? <p>{words.noWitnesses}</p> : <p>{words.witnessed(newest.number)}</p>}
          {witnesses.length > 0 && (
            <List of={witnesses.map((one) => `${one.host}: ${one.sentAt ? words.sent : words.waiting}`)} />
          )}
        </>
      )}
      <h2>{words.checkTitle}</h2>
      <p>{words.check[0]}</p>
      <pre>
        <code>npx tuntas audit verify --root root.json</code>
      </pre>
      <p>{words.check[1]}</p>
      <pre>
        <code>npx tuntas audit check-proof proof.json</code>
      </pre>
      <p>{words.formatLink}</p>
    </>
  );
}

function List({ of }: { readonly of: readonly string[] }) {
  return (
    <ul>
      {of.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}

function Roots({ words, language, roots }: Pick<AuditPageProps, 'words' | 'language' | 'roots'>) {
  return (
    <section class="tuntas-table-scroll" aria-labelledby="audit-roots" tabindex={0}>
      <table class="govuk-table">
        <caption class="govuk-visually-hidden">{words.rootsTitle}</caption>
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
                <a href={`/audit/roots/${root.day}.json`} aria-label={words.fileOf(root.day)}>
                  {root.day}
                </a>
              </th>
              <td class="govuk-table__cell">{root.number}</td>
              <td class="govuk-table__cell">{root.size.toLocaleString(language === 'en' ? 'en-GB' : 'id-ID')}</td>
              <td class="govuk-table__cell">
                <code>{root.rootHash}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Heading({ text }: { readonly text: string }) {
  return (
    <th scope="col" class="govuk-table__header">
      {text}
    </th>
  );
}
