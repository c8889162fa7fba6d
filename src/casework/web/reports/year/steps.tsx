/** Forms of year-end notes, and the reports an appreciation rests on. */
import { EmptyState, PageHeading, Pagination, page, seeOther, Table } from '../../../../design/index.ts';
import { isUuid } from '../../../../kernel/ids.ts';
import type { Result } from '../../../../kernel/result.ts';
import { readForm } from '../../../../platform/http/read-form.ts';
import {
  appreciate,
  type NotesTarget,
  type NoteTexts,
  stepNotes,
  takeBackAppreciation,
  writeNotes,
} from '../../../actions/reports/year/year-notes.ts';
import { OUTCOME_LABELS, type Outcome } from '../../../rules/case.transitions.ts';
import { CASE_REFUSALS, type CaseRefusal } from '../../../rules/refusals.ts';
import { LONGEST_NOTE, NOTE_HEADINGS } from '../../../rules/reports/year-notes.ts';
import { restingOn } from '../../../store/reports/year-notes.ts';
import { visibleCases } from '../../../store/visible.ts';
import { casePath, versionOf } from '../../opened.tsx';
import { afterIn } from '../asked.tsx';
import type { AskedYear } from './asked.ts';
import { namesOf, notesPage, type TypedNotes } from './notes-page.tsx';

const PAGE_SIZE = 50;

function targetOf({ office, year }: AskedYear, version: string): NotesTarget {
  return { officeId: office.id, year, version: versionOf(version) };
}

function answer(
  asked: AskedYear,
  done: Result<unknown, CaseRefusal>,
  said: string,
  field: string,
  typed: Omit<TypedNotes, 'errors' | 'status'> = {},
): Response | Promise<Response> {
  if (done.ok) return seeOther(asked.c, asked.here(), said);
  const text = CASE_REFUSALS[done.refusal];
  if (text.kind === 'absent') return asked.c.notFound();
  const status = text.kind === 'invalid' ? 422 : 409;
  return notesPage(asked, { ...typed, status, errors: [{ field, message: text[asked.language] }] });
}

/** The whole page is one form: whatever button is pressed, what was typed comes with it. */
function typedIn(asked: AskedYear) {
  const form = readForm(asked.c);
  const texts: NoteTexts = Object.fromEntries(
    NOTE_HEADINGS.filter((each) => form.has(each)).map((each) => [each, form.text(each)]),
  );
  const one = (name: string) => (form.has(name) ? form.text(name) : '');
  return { form, texts, subject: one('subject'), reason: one('reason') };
}

const longest = (texts: NoteTexts) => NOTE_HEADINGS.find((each) => (texts[each] ?? '').length > LONGEST_NOTE) ?? NOTE_HEADINGS[0];

export async function saveTexts(asked: AskedYear): Promise<Response> {
  const { form, ...typed } = typedIn(asked);
  const done = await writeNotes(asked.tools, asked.actor, targetOf(asked, form.text('version')), typed.texts);
  return answer(asked, done, asked.words.saved, longest(typed.texts), typed);
}

export async function addAppreciation(asked: AskedYear): Promise<Response> {
  const { form, ...typed } = typedIn(asked);
  const { texts, subject, reason } = typed;
  const [kind = '', subjectId = ''] = subject.split(':');
  const order = { kind: kind === 'officer' ? ('officer' as const) : ('agency' as const), subjectId, reason };
  const done = await appreciate(asked.tools, asked.actor, targetOf(asked, form.text('version')), order, texts);
  const field = !done.ok && done.refusal === 'case.appreciation-unfounded' ? 'subject' : 'reason';
  return answer(asked, done, asked.words.proposed, field, typed);
}

export async function dropAppreciation(asked: AskedYear): Promise<Response> {
  const { form, ...typed } = typedIn(asked);
  const target = targetOf(asked, form.text('version'));
  const done = await takeBackAppreciation(asked.tools, asked.actor, target, form.text('appreciation'), typed.texts);
  return answer(asked, done, asked.words.removed, longest(typed.texts), typed);
}

export function takeNotesStep(action: 'approve' | 'publish' | 'keep' | 'withdraw'): (asked: AskedYear) => Promise<Response> {
  return async (asked) => {
    const { form, ...typed } = typedIn(asked);
    const done = await stepNotes(asked.tools, asked.actor, targetOf(asked, form.text('version')), action, typed.texts);
    return answer(asked, done, asked.words.done[action], longest(typed.texts), typed);
  };
}

export async function appreciationRows(asked: AskedYear): Promise<Response> {
  const { c, tools, actor, words, office, period, here, language } = asked;
  const kind = (['agency', 'officer'] as const).find((each) => each === c.req.query('kind'));
  const subjectId = c.req.query('subject') ?? '';
  if (!kind || !isUuid(subjectId)) return c.notFound();
  const scope = { officeIds: [office.id], period };
  const found = await restingOn(tools.db, scope, { kind, subjectId }, visibleCases(actor), {
    ...{ after: afterIn(c.req.query('after')), limit: PAGE_SIZE + 1 },
  });
  const rows = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? rows.at(-1) : undefined;
  const title = words.rows.title((await namesOf(asked, [{ kind, subjectId }]))(kind, subjectId));
  return page(
    c,
    { title },
    <>
      <p>
        <a href={here()}>{words.rows.back}</a>
      </p>
      <PageHeading>{title}</PageHeading>
      {rows.length === 0 ? (
        <EmptyState title={words.noCandidates} />
      ) : (
        <Table
          id="rows"
          caption={title}
          captionSize="hidden"
          stacked
          columns={[{ label: words.rows.number }, { label: words.rows.subject }, { label: words.rows.outcome }]}
          rows={rows.map((row) => [
            <a href={casePath(row)}>{row.number}</a>,
            row.title,
            OUTCOME_LABELS[row.outcome as Outcome][language],
          ])}
        />
      )}
      <Pagination
        nextHref={last && `${here('/rows')}&kind=${kind}&subject=${subjectId}&after=${last.closedAt.toString()}_${last.id}`}
      />
    </>,
  );
}
