/** `/desk/historical-results`: past results as a table; tried first, then confirmed with the same file. */
import {
  BackLink,
  Button,
  FileUpload,
  Form,
  Hidden,
  InsetText,
  PageHeading,
  page,
  SummaryList,
  seeOther,
} from '../../../design/index.ts';
import { acceptFiles } from '../../../platform/http/accept-files.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import type { Upload } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { type HistoryReport, importHistory, mayImportHistory, tryHistory } from '../../actions/import-historical.ts';
import { UnreadableHistory } from '../../actions/read-historical.ts';
import type { HistoricalColumn } from '../../rules/historical.ts';
import { HISTORICAL_DOUBTS, HISTORICAL_PROBLEMS } from '../../rules/historical-words.ts';
import { type Asked, forOfficers, HOME } from '../rounds/opened.tsx';
import { type HistoricalWords, HISTORICAL as PATH, wordsIn } from './words.ts';

export function mountHistorical(app: WebRoutes): void {
  const guarded = (answer: (asked: Asked, words: HistoricalWords) => Promise<Response>) =>
    forOfficers((asked) => {
      if (!mayImportHistory(asked.actor)) return asked.c.notFound();
      return answer(asked, wordsIn(asked.language));
    });
  app.get(
    PATH,
    guarded((asked, words) => formPage(asked, words)),
  );
  // A report has no address of its own: reloaded, or in the other language, it begins again.
  app.get(
    `${PATH}/check`,
    guarded(async ({ c }) => c.redirect(PATH)),
  );
  app.post(`${PATH}/check`, acceptFiles, guarded(check));
  app.post(PATH, acceptFiles, guarded(confirm));
}

async function check(asked: Asked, words: HistoricalWords): Promise<Response> {
  const upload = uploadOf(asked);
  if (!upload) return formPage(asked, words, words.fileMissing);
  return readable(asked, words, async () => {
    const tried = await tryHistory(asked.tools, asked.actor, upload.stream());
    return tried.ok ? reportPage(asked, words, tried.value, upload.sha256) : asked.c.notFound();
  });
}

async function confirm(asked: Asked, words: HistoricalWords): Promise<Response> {
  const upload = uploadOf(asked);
  if (!upload) return formPage(asked, words, words.fileMissing);
  if (upload.sha256 !== readForm(asked.c).text('checked')) return formPage(asked, words, words.differs);
  return readable(asked, words, async () => {
    const done = await importHistory(asked.tools, asked.actor, upload.stream());
    if (done.ok) return seeOther(asked.c, '/assessments', words.done(done.value.added, done.value.changed));
    return done.refusal === 'import.rows-wrong' ? formPage(asked, words, words.wrongRows) : asked.c.notFound();
  });
}

function uploadOf({ c }: Asked): Upload | undefined {
  const uploads = readForm(c)
    .uploads('file')
    .filter((upload) => upload.size > 0);
  return uploads.length === 1 ? uploads[0] : undefined;
}

async function readable(asked: Asked, words: HistoricalWords, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof UnreadableHistory)) throw error;
    const columns = error.columns.map((column) => words.columns[column as HistoricalColumn] ?? column).join(', ');
    return formPage(asked, words, words.faults[error.code](columns));
  }
}

function formPage({ c, words: rounds }: Asked, words: HistoricalWords, error?: string): Promise<Response> {
  return page(
    c,
    {
      title: words.title,
      before: <BackLink href={HOME} text={rounds.toHome} />,
      errors: error ? [{ field: 'file', message: error }] : [],
      status: error ? 422 : undefined,
    },
    <>
      <PageHeading>{words.title}</PageHeading>
      <p class="govuk-body-l">{words.lead}</p>
      <Form action={`${PATH}/check`} multipart>
        <FileUpload name="file" label={words.file} hint={words.fileHint} accept=".csv,text/csv" single />
        <Button>{words.check}</Button>
      </Form>
    </>,
  );
}

function reportPage({ c, language }: Asked, words: HistoricalWords, report: HistoryReport, sha256: string): Promise<Response> {
  const mayConfirm = report.wrong === 0 && report.added + report.changed > 0;
  return page(
    c,
    { title: words.report, before: <BackLink href={PATH} text={words.title} /> },
    <>
      <PageHeading caption={words.title}>{words.report}</PageHeading>
      <SummaryList
        rows={(['rows', 'added', 'changed', 'unchanged', 'disputed', 'wrong'] as const).map((name) => ({
          key: words[name],
          value: String(report[name]),
        }))}
      />
      {report.problems.length > 0 && (
        <InsetText>
          <h2>{words.problems}</h2>
          <ul>
            {report.problems.map(({ line, code }) => (
              <li>
                {words.line(line)}: {HISTORICAL_PROBLEMS[code][language]}
              </li>
            ))}
          </ul>
          <p>{words.wrongRows}</p>
        </InsetText>
      )}
      {report.doubtful.length > 0 && (
        <>
          <h2>{words.doubts}</h2>
          <ul>
            {report.doubtful.map(({ line, code }) => (
              <li>
                {words.line(line)}: {HISTORICAL_DOUBTS[code][language]}
              </li>
            ))}
          </ul>
        </>
      )}
      {report.wrong === 0 && !mayConfirm && <p>{words.nothing}</p>}
      {mayConfirm && (
        <Form action={PATH} multipart>
          <Hidden name="checked" value={sha256} />
          <FileUpload name="file" label={words.again} accept=".csv,text/csv" single />
          <Button>{words.confirm}</Button>
        </Form>
      )}
      <p>
        <a href={PATH}>{words.other}</a>
      </p>
    </>,
  );
}
