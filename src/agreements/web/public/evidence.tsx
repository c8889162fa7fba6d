/** Evidence anyone may open: a few on the page of an agreement or a government, all of them on a page of their own. */
import {
  Breadcrumbs,
  EmptyState,
  formatBytes,
  formatCount,
  formatDay,
  PageHeading,
  Pagination,
  page,
  Table,
} from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { address, cursorOf } from '../../../platform/http/query.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type PublicEvidence, publicEvidence, publicEvidenceCount } from '../../store/public/evidence.ts';
import { countedFor, type PromiseScope } from '../../store/public/promises.ts';
import { publicFilePath } from '../files/download.ts';
import { publicPath } from '../opened.tsx';
import { REGISTER } from './addresses.ts';
import { onGovernment } from './opened-government.ts';
import { onPublic } from './opened-public.ts';
import type { PublicWords } from './words.ts';

const SHOWN = 5;
const PAGE_SIZE = 30;

/** The newest few with the way to all of them, or that there are none. @param path of the page they are shown on */
export async function EvidenceInBrief(props: {
  tools: Pick<Tools, 'db'>;
  scope: PromiseScope;
  path: string;
  words: PublicWords;
  language: Language;
}) {
  const { tools, scope, path, words, language } = props;
  const [{ lines }, count] = await Promise.all([
    publicEvidence(tools.db, scope, { limit: SHOWN }),
    publicEvidenceCount(tools.db, scope),
  ]);
  if (count === 0) return <p>{words.evidenceNone}</p>;
  return (
    <>
      <EvidenceTable lines={lines} words={words} language={language} />
      {count > lines.length && (
        <p>
          <a href={`${path}/evidence`}>{words.evidenceAll(formatCount(count, language))}</a>
        </p>
      )}
    </>
  );
}

function EvidenceTable({ lines, words, language }: { lines: readonly PublicEvidence[]; words: PublicWords; language: Language }) {
  return (
    <Table
      id="evidence"
      caption={words.publicEvidence}
      captionSize="hidden"
      stacked
      columns={[{ label: words.evidenceFile }, { label: words.evidenceProves }, { label: words.evidenceAdded }]}
      rows={lines.map(({ file, code, ordinal, activity }) => [
        <>
          <a href={publicFilePath({ code }, file)}>{file.title || words.evidenceUntitled}</a>
          <br />
          <span class="govuk-hint">{formatBytes(file.size, language)}</span>
        </>,
        <a href={`${publicPath({ code })}/lines/${ordinal}`}>{`${activity} (${code}, ${words.lineTitle(ordinal)})`}</a>,
        formatDay(dayOf(file.addedAt, 'Asia/Jakarta'), language, 'short'),
      ])}
    />
  );
}

export const agreementEvidencePage = onPublic(async ({ c, tools, agreement, words, language }) => {
  const scope = { agreementIds: await countedFor(tools.db, agreement.id) };
  const crumbs = [{ text: agreement.code, href: publicPath(agreement) }];
  return evidencePage(c, { scope, title: agreement.title, crumbs, path: publicPath(agreement), words, language });
});

export const governmentEvidencePage = onGovernment(async ({ c, agency, path, words, language }) =>
  evidencePage(c, {
    scope: { agencyId: agency.id },
    title: agency.name,
    crumbs: [{ text: agency.shortName, href: path }],
    path,
    words,
    language,
  }),
);

interface Shown {
  readonly scope: PromiseScope;
  readonly title: string;
  readonly crumbs: readonly { readonly text: string; readonly href: string }[];
  readonly path: string;
  readonly words: PublicWords;
  readonly language: Language;
}

async function evidencePage(c: WebContext, { scope, title, crumbs, path, words, language }: Shown): Promise<Response> {
  const { db } = c.get('tools');
  const after = cursorOf(c);
  const [found, count] = await Promise.all([
    publicEvidence(db, scope, { after, limit: PAGE_SIZE }),
    publicEvidenceCount(db, scope),
  ]);
  return page(
    c,
    {
      title: `${words.publicEvidence}: ${title}`,
      wide: true,
      before: <Breadcrumbs crumbs={[{ text: words.agreements, href: REGISTER }, ...crumbs]} />,
    },
    <>
      <PageHeading caption={title}>{`${words.publicEvidence} (${formatCount(count, language)})`}</PageHeading>
      {found.lines.length === 0 ? (
        <EmptyState title={words.evidenceNone} />
      ) : (
        <EvidenceTable lines={found.lines} words={words} language={language} />
      )}
      <Pagination
        about={words.publicEvidence}
        previousHref={after ? `${path}/evidence` : undefined}
        nextHref={found.next ? address(`${path}/evidence`, { after: found.next }) : undefined}
      />
    </>,
  );
}
