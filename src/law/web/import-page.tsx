import {
  BackLink,
  Button,
  type FieldErrors,
  FileUpload,
  Form,
  InsetText,
  PageHeading,
  page,
  seeOther,
  TextArea,
  TextInput,
} from '../../design/index.ts';
import type { Language } from '../../kernel/language.ts';
import type { WebContext } from '../../platform/http/env.ts';
import type { Form as SentForm } from '../../platform/http/form.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { refusalStatus } from '../../platform/http/refusal-status.ts';
import { type ImportRefusal, importHolidays, tryImport } from '../actions/import-holidays.ts';
import { splitDecreeNumbers } from '../rules/holiday-csv.ts';
import { HOLIDAY_PROBLEMS, tellPlace } from '../rules/holiday-problems.ts';
import { LAW_REFUSALS } from '../rules/refusals.ts';
import { managing, wordsFor } from './frame.tsx';
import { showComparison, type TypedImport } from './import-comparison.tsx';

interface Refused {
  readonly status: number;
  readonly errors: FieldErrors;
  readonly problems: readonly string[];
}

/** GET /admin/law/holidays: paste or upload. */
export function importForm(c: WebContext): Promise<Response> {
  return managing(c, () => showForm(c, { text: '', skb: '' }));
}

/** POST /admin/law/holidays/check: the dry run; what would change, to be confirmed. Writes nothing, and so needs no redirect. */
export function checkImport(c: WebContext): Promise<Response> {
  return managing(c, async () => {
    const words = wordsFor(c);
    const form = readForm(c);
    const uploads = form.uploads('file');
    const typed = { text: uploads[0] ? await uploadedText(form) : form.text('text'), skb: form.text('skb') };
    const wrong = uploads.length > 1 ? words.oneFile : typed.text.trim() === '' ? words.textMissing : null;
    if (wrong) return showForm(c, typed, { status: 422, errors: [{ field: 'text', message: wrong }], problems: [] });
    return compare(c, typed);
  });
}

/** POST /admin/law/holidays: the confirmed import. */
export function confirmImport(c: WebContext): Promise<Response> {
  return managing(c, async () => {
    const form = readForm(c);
    const typed = { text: form.text('text'), skb: form.text('skb') };
    if (form.has('mend')) return showForm(c, typed);
    const reason = form.text('reason');
    const done = await importHolidays(c.get('tools'), c.get('actor'), {
      text: typed.text,
      skb: splitDecreeNumbers(typed.skb),
      edition: Number(form.text('edition')),
      reason,
    });
    if (done.ok) return seeOther(c, '/law/holidays', wordsFor(c).imported(done.value.calendarVersion ?? 0));
    const refused = tellRefusal(done.refusal, c.get('language'));
    const { code } = done.refusal;
    if (code === 'law.reason-missing' || code === 'law.text-too-long') {
      return compare(c, typed, {
        reason,
        status: refused.status,
        errors: [{ field: 'reason', message: LAW_REFUSALS[code][c.get('language')] }],
      });
    }
    // The law has moved on: what would change is shown anew, and can be confirmed anew.
    if (code === 'law.moved-on') return compare(c, typed, { reason, status: refused.status, errors: refused.errors });
    return showForm(c, typed, refused);
  });
}

async function uploadedText(form: SentForm): Promise<string> {
  const bytes = await form.uploads('file')[0]?.bytes();
  return new TextDecoder('utf-8').decode(bytes).replaceAll('\r\n', '\n').replaceAll('\0', '');
}

async function compare(
  c: WebContext,
  typed: TypedImport,
  again?: { reason: string; status: number; errors: FieldErrors },
): Promise<Response> {
  const tried = await tryImport(c.get('tools'), c.get('actor'), { text: typed.text, skb: splitDecreeNumbers(typed.skb) });
  if (!tried.ok) return showForm(c, typed, tellRefusal(tried.refusal, c.get('language')));
  return showComparison(c, typed, tried.value, again);
}

function tellRefusal({ code, problems }: ImportRefusal, language: Language): Refused {
  return {
    status: refusalStatus(LAW_REFUSALS[code].kind),
    errors: [{ field: 'text', message: LAW_REFUSALS[code][language] }],
    problems: problems.map((problem) =>
      [tellPlace(problem.place, language), HOLIDAY_PROBLEMS[problem.code][language]].filter(Boolean).join(': '),
    ),
  };
}

function showForm(c: WebContext, typed: TypedImport, refused?: Refused): Promise<Response> {
  const words = wordsFor(c);
  return page(
    c,
    {
      title: words.adminHolidays,
      before: <BackLink href="/law/holidays" text={words.holidaysTab} />,
      errors: refused?.errors ?? [],
      status: refused?.status,
    },
    <>
      <PageHeading>{words.adminHolidays}</PageHeading>
      <p>{words.adminHolidaysLead}</p>
      {refused && refused.problems.length > 0 && (
        <InsetText>
          <h2>{words.problems}</h2>
          <ul>
            {refused.problems.slice(0, 100).map((problem) => (
              <li>{problem}</li>
            ))}
          </ul>
        </InsetText>
      )}
      <Form action="/admin/law/holidays/check" multipart>
        <TextArea name="text" label={words.holidaysText} hint={words.holidaysTextHint} value={typed.text} rows={14} />
        <FileUpload name="file" label={words.holidaysFile} accept=".json,.csv" optional />
        <TextInput name="skb" label={words.skb} hint={words.skbHint} value={typed.skb} optional />
        <Button>{words.compare}</Button>
      </Form>
    </>,
  );
}
