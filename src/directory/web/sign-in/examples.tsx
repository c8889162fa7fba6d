import { Details, InsetText, Table } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { ExampleAccount } from '../../../platform/sign-in/index.ts';
import type { SignInWords } from './words.id.ts';

/** Who one can be in an example installation, with everything that is needed to sign in. */
export function ExampleAccounts(props: { accounts: readonly ExampleAccount[]; words: SignInWords; language: Language }) {
  const { accounts, words, language } = props;
  const extra = accounts.filter(({ isExtra }) => isExtra);
  return (
    <section aria-labelledby="example-accounts-title">
      <h2 id="example-accounts-title">{words.examplesTitle}</h2>
      <p>{words.examplesLead}</p>
      <Accounts
        id="example-accounts"
        title={words.examplesTitle}
        accounts={accounts.filter(({ isExtra }) => !isExtra)}
        {...{ words, language }}
      />
      {extra.length > 0 && (
        <Details summary={words.examplesMore(extra.length)}>
          <Accounts
            id="example-accounts-more"
            title={words.examplesMore(extra.length)}
            accounts={extra}
            {...{ words, language }}
          />
        </Details>
      )}
    </section>
  );
}

function Accounts(props: {
  id: string;
  title: string;
  words: SignInWords;
  language: Language;
  accounts: readonly ExampleAccount[];
}) {
  const { words, language } = props;
  return (
    <Table
      id={props.id}
      caption={props.title}
      captionSize="hidden"
      stacked
      rowHeaders
      columns={[{ label: words.exampleWho }, { label: words.email }, { label: words.password }, { label: words.exampleCode }]}
      rows={props.accounts.map((account) => [
        account.description[language],
        <code>{account.email}</code>,
        <code>{account.password}</code>,
        account.code === null ? words.exampleCodeSoon : <code>{account.code}</code>,
      ])}
    />
  );
}

/** The code of an example account, on the page that asks for it. */
export function ExampleCode(props: { account: ExampleAccount; words: SignInWords }) {
  const { account, words } = props;
  return <InsetText>{account.code === null ? words.exampleCodeSoon : words.exampleCodeHere(account.code)}</InsetText>;
}
