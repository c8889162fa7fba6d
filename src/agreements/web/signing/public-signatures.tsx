/** Who has signed and who has not since when, for the public page of an agreement; and all commitments of many hands. */
import type { Child } from 'hono/jsx';
import {
  Breadcrumbs,
  Details,
  EmptyState,
  formatDay,
  PageHeading,
  page,
  SummaryList,
  Table,
  Tag,
} from '../../../design/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Language } from '../../../kernel/language.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type Agreement, partyOf, type Signatory } from '../../rules/agreement.ts';
import { hasSigned } from '../../rules/signing/turn.ts';
import { pressPagesOf } from '../../store/signing/ceremonies.ts';
import { publicCommitments } from '../../store/signing/mine.ts';
import { frameWordsIn } from '../frame-words.ts';
import { publicPath } from '../opened.tsx';
import { wordsIn } from './words.ts';

/** What anyone sees of the signatories: office, name once they have signed, and since when who has not was asked. Reasons of who declined stay inside. */
export async function publicSignatures(_c: WebContext, tools: Tools, agreement: Agreement, language: Language): Promise<Child> {
  const w = wordsIn(language).public;
  const pressPages = await pressPagesOf(tools.db, agreement.id);
  return (
    <>
      <Signatures agreement={agreement} language={language} />
      {pressPages.length > 0 && (
        <>
          <p>{w.pressPages}</p>
          <ul>
            {pressPages.map(({ id, onDay, title }) => (
              <li>
                <a href={`/agreements/ceremonies/${id}`}>{title}</a>, {formatDay(onDay, language)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Signatures({ agreement, language }: { agreement: Agreement; language: Language }): Child {
  const words = wordsIn(language);
  const w = words.public;
  if (agreement.signatories.length === 0) return <p>{agreement.evidence === 'record' ? w.recorded : w.none}</p>;
  const missing = agreement.signatories.filter((one) => !hasSigned(one)).length;
  return (
    <>
      {agreement.evidence !== 'record' && <p>{w.missing(missing)}</p>}
      <Table
        id="signatures"
        caption={w.caption}
        captionSize="hidden"
        stacked
        columns={[
          { label: words.signing.who },
          { label: w.party },
          { label: words.signing.capacity },
          { label: words.signing.state },
        ]}
        rows={agreement.signatories.map((one) => [
          <>
            <strong>{one.position}</strong>
            {hasSigned(one) && one.name !== '' && (
              <>
                <br />
                {one.name}
              </>
            )}
          </>,
          partyOf(agreement, one.partyId)?.name ?? '',
          words.signing.capacities[one.capacity],
          stateOf(one, agreement, language),
        ])}
      />
      {agreement.evidence !== 'record' && (
        <p>
          <a href="/agreements/verify">{w.verify}</a>
        </p>
      )}
    </>
  );
}

function stateOf(one: Signatory, agreement: Agreement, language: Language): Child {
  const words = wordsIn(language);
  const day = (at: NonNullable<Signatory['askedAt']>) => formatDay(dayOf(at, agreement.zone), language, 'short');
  if (one.signedAt) {
    const way = one.method === 'paper' ? words.signing.onPaper : one.method === 'application' ? words.signing.inApp : '';
    return <Tag tone="success">{[words.public.signed(day(one.signedAt)), way].filter((part) => part !== '').join(', ')}</Tag>;
  }
  if (agreement.evidence === 'record') return words.public.recorded;
  return <Tag tone="warning">{one.askedAt ? words.public.notSignedSince(day(one.askedAt)) : words.public.notSigned}</Tag>;
}

/** Office, party, and the day it was signed or asked for. */
function inLine(one: Signatory, agreement: Agreement, language: Language): string {
  const w = wordsIn(language).public;
  const day = (at: NonNullable<Signatory['askedAt']>) => formatDay(dayOf(at, agreement.zone), language, 'short');
  const party = partyOf(agreement, one.partyId)?.name;
  const when = one.signedAt ? day(one.signedAt) : one.askedAt ? w.askedSince(day(one.askedAt)) : '';
  return [`${one.position}${party ? ` (${party})` : ''}`, when].filter((part) => part !== '').join(', ');
}

const PAGE_SIZE = 20;
/** A commitment of a hundred offices names the first ones and says how many more. */
const MOST_NAMED = 12;

/** `/agreements/commitments`: every commitment with who is missing. */
export async function commitmentsPage(c: WebContext): Promise<Response> {
  const [tools, language] = [c.get('tools'), c.get('language')];
  const words = wordsIn(language);
  const w = words.public;
  const after = c.req.query('after') ?? '';
  const all = await publicCommitments(tools.db, { after: isUuid(after) ? after : null, limit: PAGE_SIZE + 1 });
  const shown = all.slice(0, PAGE_SIZE);
  return page(
    c,
    {
      title: w.commitments,
      robots: 'index',
      before: <Breadcrumbs crumbs={[{ text: frameWordsIn(language).desk, href: '/agreements' }]} />,
    },
    <>
      <PageHeading>{w.commitments}</PageHeading>
      <p>{w.commitmentsLead}</p>
      {shown.length === 0 && <EmptyState title={w.commitmentsNone} />}
      {shown.map((agreement) => {
        const missing = agreement.signatories.filter((one) => !hasSigned(one));
        const signed = agreement.signatories.filter(hasSigned);
        const named = missing.slice(0, MOST_NAMED).map((one) => inLine(one, agreement, language));
        return (
          <SummaryList
            title={agreement.title}
            rows={[
              {
                key: agreement.code,
                value: (
                  <>
                    <a href={publicPath(agreement)}>{w.of(signed.length, agreement.signatories.length)}</a>
                    {signed.length > 0 && (
                      <Details summary={w.whoSigned}>
                        <ul>
                          {signed.slice(0, MOST_NAMED).map((one) => (
                            <li>{inLine(one, agreement, language)}</li>
                          ))}
                          {signed.length > MOST_NAMED && (
                            <li>
                              <a href={publicPath(agreement)}>{w.andMore(signed.length - MOST_NAMED)}</a>
                            </li>
                          )}
                        </ul>
                      </Details>
                    )}
                  </>
                ),
              },
              ...(missing.length === 0
                ? []
                : [
                    {
                      key: w.missingWho,
                      value: `${named.join('; ')}${missing.length > MOST_NAMED ? `; ${w.andMore(missing.length - MOST_NAMED)}` : ''}`,
                    },
                  ]),
            ]}
          />
        );
      })}
      {all.length > PAGE_SIZE && (
        <p>
          <a href={`/agreements/commitments?after=${shown.at(-1)?.id}`}>{w.older}</a>
        </p>
      )}
    </>,
  );
}
