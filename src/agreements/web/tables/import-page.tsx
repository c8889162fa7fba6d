/** `/desk/agreements/:code/lines/tables/:id`: what an uploaded table would change, and the choice what of it becomes the plan. */
import type { Child } from 'hono/jsx';
import {
  Button,
  EmptyState,
  type FieldErrors,
  Form,
  formatMoment,
  Hidden,
  InsetText,
  LinkButton,
  Pagination,
  SubNavigation,
  SummaryList,
  seeOther,
  TextArea,
  WarningButton,
} from '../../../design/index.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { type Accepted, acceptTable } from '../../actions/tables/accept-table.ts';
import { finishTable } from '../../actions/tables/finish-table.ts';
import { isOpen } from '../../actions/tables/mark-table.ts';
import { mayOpenTable, type OpenedTable, openTable } from '../../actions/tables/open-table.ts';
import { LINE_TEXT_LIMIT } from '../../rules/move-line.ts';
import { AGREEMENT_REFUSALS, type AgreementRefusal } from '../../rules/refusals.ts';
import type { RowDifference } from '../../rules/tables/difference.ts';
import { loadImport, type TableImport } from '../../store/tables/imports.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { type OpenedAgreement, onAgreement } from '../opened.tsx';
import { type Chosen, choicesFrom, chosenIn } from './chosen.ts';
import { RowView, type RowViewing } from './row-view.tsx';
import { tablesPath } from './tables-page.tsx';
import { changesUnsaid, IN_VIEW, isReady, pageOf, pagesOf, VIEWS, type View, viewOf } from './views.ts';
import { type TableWords, wordsIn } from './words.ts';

interface Shown {
  readonly opened: OpenedAgreement;
  readonly brought: TableImport;
  readonly table: OpenedTable;
  readonly chosen: Chosen | null;
  /** Typed in either form. */
  readonly reason: string;
  readonly errors: FieldErrors;
}

export const importPage = onAgreement(async (opened) => {
  const brought = await own(opened);
  return brought ? show(opened, brought, null) : opened.c.notFound();
});

export const postAccept = onAgreement(async (opened) => {
  const { c, tools, actor, agreement } = opened;
  const brought = await own(opened);
  if (!brought) return c.notFound();
  const form = readForm(c);
  const chosen = chosenIn(form);
  const all = form.text('everything') === 'yes';
  const order = all ? { everything: true as const, reason: chosen.reason } : choicesFrom(chosen);
  const done = await acceptTable(tools, actor, agreement, brought.id, order);
  if (!done.ok) return show(opened, brought, all ? null : chosen, done.refusal, chosen.reason);
  const told = tell(done.value, wordsIn(opened.language));
  return seeOther(
    c,
    done.value.isFinished ? `${opened.path}/lines` : addressOf(opened, brought, viewOf(form.text('show'))),
    told,
  );
});

export const postDiscard = onAgreement(async (opened) => {
  const { c, tools, actor, agreement, language } = opened;
  const brought = await own(opened);
  if (!brought) return c.notFound();
  const done = await finishTable(tools, actor, agreement, brought.id, 'discarded');
  if (!done.ok) return show(opened, brought, null, done.refusal);
  return seeOther(c, tablesPath(opened), wordsIn(language).discarded);
});

async function own({ c, tools, actor, agreement }: OpenedAgreement): Promise<TableImport | undefined> {
  const brought = await loadImport(tools.db, agreement.id, c.req.param('id') ?? '');
  return brought && mayOpenTable(actor, brought) ? brought : undefined;
}

function addressOf(opened: OpenedAgreement, { id }: TableImport, view: View, after?: number): string {
  const query = new URLSearchParams({ ...(view === 'all' ? {} : { show: view }), ...(after ? { after: String(after) } : {}) });
  return `${tablesPath(opened)}/${id}${query.size > 0 ? `?${query}` : ''}`;
}

function tell(done: Accepted, words: TableWords): string {
  const sentences = [words.accepted(words.counted(done.changed, done.added, done.reported))];
  if (done.kept > 0) sentences.push(words.keptNow(done.kept));
  if (done.refused.length > 0)
    sentences.push(
      words.refusedRows(
        done.refused
          .slice(0, 20)
          .map(({ row }) => row)
          .join(', '),
      ),
    );
  if (done.isFinished) sentences.push(words.finished);
  return sentences.join(' ');
}

async function show(
  opened: OpenedAgreement,
  brought: TableImport,
  chosen: Chosen | null,
  refusal?: AgreementRefusal,
  reason = '',
): Promise<Response> {
  const { tools, actor, agreement, language } = opened;
  const words = wordsIn(language);
  if (brought.state !== 'open') return closed(opened, brought);
  const table = await openTable(tools, tools.db, actor, agreement, brought);
  const differing = table.rows.filter(({ kind }) => kind !== 'same' && kind !== 'added');
  const field = refusal === 'agreement.reason-missing' || refusal === 'agreement.personal-data' ? 'reason' : '';
  const errors = refusal ? [{ field, message: AGREEMENT_REFUSALS[refusal][language] }] : [];
  const status = refusal ? refusalStatus(AGREEMENT_REFUSALS[refusal].kind) : undefined;
  const shown: Shown = { opened, brought, table, chosen, reason, errors };
  return agreementPage(
    opened,
    'lines',
    words.differences,
    <>
      <p>
        <a href={tablesPath(opened)}>{words.toTables}</a>
      </p>
      <Summary shown={shown} />
      {differing.length === 0 ? (
        <EmptyState title={words.nothing}>
          <p>{words.nothingWhy}</p>
        </EmptyState>
      ) : (
        <Rows shown={shown} differing={differing} />
      )}
      <Discard shown={shown} />
    </>,
    { errors, ...(status === 403 || status === 409 || status === 422 ? { status } : {}) },
  );
}

function closed(opened: OpenedAgreement, brought: TableImport): Promise<Response> {
  const words = wordsIn(opened.language);
  return agreementPage(
    opened,
    'lines',
    words.closed,
    <>
      <p>{`${words.outcome[brought.state]}: ${words.counted(brought.changed, brought.added, brought.reported)}.`}</p>
      <LinkButton href={tablesPath(opened)}>{words.toTables}</LinkButton>
    </>,
  );
}

function Summary(props: { shown: Shown }) {
  const { opened, brought, table } = props.shown;
  const { agreement, language } = opened;
  const words = wordsIn(language);
  const base = `${tablesPath(opened)}/${brought.id}`;
  const count = (kind: RowDifference['kind']) => table.rows.filter((row) => row.kind === kind).length;
  const notes = [
    count('same') > 0 ? words.same(count('same')) : '',
    count('added') > 0 ? words.added(count('added')) : '',
    table.untouched.length > 0 ? words.untouched(table.untouched.length) : '',
    brought.ignored.length > 0 ? words.ignored(brought.ignored.join(', ')) : '',
  ].filter((note) => note !== '');
  const counted = brought.changed + brought.added + brought.reported;
  return (
    <>
      <SummaryList
        plain
        rows={[
          {
            key: words.uploadedAt,
            value: `${formatMoment(brought.receivedAt, agreement.zone, language)}, ${brought.format.toUpperCase()}, ${words.rowsIn(brought.rows)}`,
          },
          ...(counted > 0
            ? [{ key: words.outcome.accepted, value: words.counted(brought.changed, brought.added, brought.reported) }]
            : []),
        ]}
      />
      {notes.length > 0 && (
        <InsetText>
          <ul>
            {notes.map((note) => (
              <li>{note}</li>
            ))}
          </ul>
        </InsetText>
      )}
      <ul>
        {table.rows.some(isOpen) && (
          <li>
            <a href={`${base}/marked.xlsx`}>{words.marked}</a>
          </li>
        )}
        <li>
          <a href={`${base}/original`}>{words.original}</a>
        </li>
      </ul>
    </>
  );
}

function Rows(props: { shown: Shown; differing: readonly RowDifference[] }) {
  const { shown, differing } = props;
  const { opened, brought, table, chosen, errors } = shown;
  const { c, agreement, language, path } = opened;
  const words = wordsIn(language);
  const view = viewOf(chosen === null ? c.req.query('show') : 'all');
  const left = differing.filter(IN_VIEW[view]);
  const pages = pagesOf(left);
  const at = pageOf(pages, Number(c.req.query('after') ?? 0), chosen);
  const rows = pages[at] ?? [];
  const ready = differing.filter(isReady).length;
  const needsReason = agreement.state === 'signed' && differing.some(changesUnsaid);
  const viewing: RowViewing = { language, words, lists: table.lists, linesPath: `${path}/lines`, chosen };
  const action = `${tablesPath(opened)}/${brought.id}/accept`;
  const lastOf = (page: number) => pages[page]?.at(-1)?.row;
  const before = pages.slice(0, at).flat().length;
  return (
    <>
      {ready > 0 && (
        <Form action={action} id="accept-all">
          {needsReason && <Reason shown={shown} id="reason-all" />}
          <p>{words.acceptAllWhy}</p>
          <Button name="everything" value="yes">
            {words.acceptAll(ready)}
          </Button>
        </Form>
      )}
      <SubNavigation
        label={words.views}
        items={VIEWS.map((each) => ({
          text: words.view[each],
          href: addressOf(opened, brought, each),
          count: differing.filter(IN_VIEW[each]).length,
          current: each === view,
        }))}
      />
      {rows.length === 0 ? (
        <p>{words.nothingHere}</p>
      ) : (
        <Form action={action} errors={errors}>
          <Hidden name="show" value={view} />
          {rows.map((row) => (
            <RowView row={row} viewing={viewing} />
          ))}
          {needsReason && <Reason shown={shown} id="reason" />}
          <Button>{words.acceptChosen}</Button>
        </Form>
      )}
      <Pagination
        {...(at > 0 ? { previousHref: addressOf(opened, brought, view, at > 1 ? lastOf(at - 2) : undefined) } : {})}
        {...(at < pages.length - 1 ? { nextHref: addressOf(opened, brought, view, lastOf(at)) } : {})}
        about={words.shown(before + 1, before + rows.length, left.length)}
      />
    </>
  );
}

/** Twice on the page, in each of its forms. */
function Reason(props: { shown: Shown; id: string }): Child {
  const { reason, opened } = props.shown;
  const words = wordsIn(opened.language);
  return (
    <TextArea
      name="reason"
      id={props.id}
      label={words.reason}
      hint={words.reasonHint}
      rows={2}
      maxCharacters={LINE_TEXT_LIMIT}
      value={reason}
    />
  );
}

function Discard(props: { shown: Shown }) {
  const { opened, brought } = props.shown;
  const words = wordsIn(opened.language);
  return (
    <>
      <h2>{words.discardTitle}</h2>
      <p>{words.discardWhy}</p>
      <Form action={`${tablesPath(opened)}/${brought.id}/discard`}>
        <WarningButton>{words.discard}</WarningButton>
      </Form>
    </>
  );
}
