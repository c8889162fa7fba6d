/** The table of services: out, and in again after a dry run. */
import {
  BackLink,
  Button,
  Columns,
  DryRun,
  type FieldErrors,
  FileUpload,
  Form,
  PageHeading,
  page,
  SummaryList,
  seeOther,
  Table,
  Time,
  WarningText,
} from '../../../design/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Form as SentForm, Upload } from '../../../platform/http/form.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { exportTable } from '../../actions/export-table.ts';
import { confirmImport } from '../../actions/import-table.ts';
import { type TableReport, tryTable } from '../../actions/judge-table.ts';
import { type TableProblem, UnreadableTable } from '../../actions/read-table.ts';
import { readableAgencyIds } from '../../rules/permissions.ts';
import { SERVICE_REFUSALS } from '../../rules/refusals.ts';
import { importById, importsOf, type TableImport } from '../../store/imports.ts';
import { answerTable } from '../public/routes.tsx';
import type { ServiceWords } from '../words.ts';
import { type Asked, type Refused, tellRefusal } from './asked.tsx';

const PATH = '/desk/services/table';
const RECENT = 5;
/** A dry run of a long table takes seconds of computing. */
const CHECKS_AN_HOUR = 60;

export async function tablePage(asked: Asked): Promise<Response> {
  return show(asked);
}

async function show(asked: Asked, refused?: Refused): Promise<Response> {
  const { c, tools, actor, words } = asked;
  const recent = await importsOf(tools.db, actor.personId, RECENT);
  return page(
    c,
    {
      title: words.tableTitle,
      before: <BackLink href="/desk/services" text={words.deskTitle} />,
      errors: refused?.errors ?? [],
      status: refused?.status,
    },
    <Columns>
      <PageHeading>{words.tableTitle}</PageHeading>
      <h2>{words.tableExport}</h2>
      <p>{words.tableExportWhy}</p>
      <p>
        <a href="/desk/services/layanan.csv">{words.tableExportLink}</a>
      </p>
      <h2>{words.tableImport}</h2>
      <p>{words.tableImportWhy}</p>
      <p>{words.tableImportHow}</p>
      <Form action={`${PATH}/check`} multipart>
        <FileUpload name="file" label={words.tableFile} hint={words.tableFileHint} accept=".csv,.txt" single />
        <Button>{words.tableCheck}</Button>
      </Form>
      {recent.length > 0 && (
        <Table
          id="imports"
          caption={words.tableRecent}
          captionSize="s"
          stacked
          columns={[{ label: words.statusColumn }, { label: words.tableProgress }]}
          rows={recent.map((one) => [
            <a href={`${PATH}/imports/${one.id}`}>
              {words.tableState[one.state]}, <Time at={one.askedAt} zone="Asia/Jakarta" />
            </a>,
            words.tableDone(one.done, one.rows),
          ])}
        />
      )}
    </Columns>,
  );
}

export async function exportMine({ c, tools, actor, now }: Asked): Promise<Response> {
  const agencyIds = readableAgencyIds(actor);
  // Whoever reads everything and stands above no office takes the table of all.
  const order = {
    agencyIds: agencyIds.length === 0 ? null : agencyIds,
    reader: 'officer',
    day: dayOf(now, 'Asia/Jakarta'),
  } as const;
  return answerTable(c, exportTable(tools.db, order), 'layanan');
}

/** POST: the dry run. It writes nothing, and so needs no redirect. */
export async function postCheck(asked: Asked): Promise<Response> {
  const { words, language } = asked;
  const form = readForm(asked.c);
  const upload = uploadIn(form);
  if (!upload) return show(asked, fileError(SERVICE_REFUSALS['import.file-missing'][language]));
  if (!(await mayCheck(asked))) return show(asked, { ...fileError(words.tableTooOften), status: 429 });
  return check(asked, upload);
}

const fileError = (message: string): Refused => ({ status: 422, errors: [{ field: 'file', message }] });

function uploadIn(form: SentForm): Upload | undefined {
  const uploads = form.uploads('file');
  return uploads.length === 1 && form.refusedUploads.length === 0 ? uploads[0] : undefined;
}

async function mayCheck({ tools, actor }: Asked): Promise<boolean> {
  const order = { bucket: 'services-import', key: actor.personId, limit: CHECKS_AN_HOUR, windowSeconds: 3600 };
  return (await allow(tools, { ...order, now: tools.clock.now() })).allowed;
}

async function check(asked: Asked, upload: Upload, refused?: Refused): Promise<Response> {
  try {
    const report = await tryTable(asked.tools, asked.actor, upload.stream());
    return showReport(asked, upload, report, refused);
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    return show(asked, { status: 422, errors: tellProblem(error.problem, asked.words) });
  }
}

function tellProblem(problem: TableProblem, words: ServiceWords): FieldErrors {
  const field = 'file';
  const told = words.tableProblem;
  if (problem.kind === 'not-csv') return [{ field, message: told['not-csv'](problem.line) }];
  if (problem.kind !== 'header') return [{ field, message: told[problem.kind] }];
  return problem.problems.slice(0, 30).map(({ kind, column }) => ({ field, message: told[kind](column.slice(0, 80)) }));
}

function showReport(asked: Asked, upload: Upload, report: TableReport, refused?: Refused): Promise<Response> {
  const { c, words, language } = asked;
  const writes = report.created + report.changed;
  return page(
    c,
    {
      title: words.tableResult,
      wide: true,
      before: <BackLink href={PATH} text={words.tableTitle} />,
      errors: refused?.errors ?? [],
      status: refused?.status ?? (report.wrong > 0 ? 422 : undefined),
    },
    <>
      <PageHeading>{words.tableResult}</PageHeading>
      <DryRun
        counts={[
          { key: words.tableRows, value: report.rows },
          { key: words.tableCreated, value: report.created },
          { key: words.tableChanged, value: report.changed },
          { key: words.tableUnchanged, value: report.unchanged },
          { key: words.tableWrong, value: report.wrong },
        ]}
        wrong={
          report.wrong === 0
            ? null
            : {
                ...{ mend: words.tableMend, wholeRow: words.wholeRow },
                caption: `${words.tableWrongRows}. ${words.tableShown(report.wrongRows.length, report.wrong)}`,
                columns: [{ label: words.tableLine, numeric: true }, { label: words.serviceColumn }, { label: words.tableWhy }],
                rows: report.wrongRows.map(({ line, name, problems }) => ({
                  ...{ line, name },
                  cells: problems.map(({ column, code }) => ({ column, message: SERVICE_REFUSALS[code][language] })),
                })),
              }
        }
        nothing={words.tableNothing}
        changesNothing={writes === 0}
        confirm={{
          ...{ action: PATH, sha256: upload.sha256, label: words.tableConfirm, hint: words.tableConfirmWhy },
          button: words.tableRun,
        }}
        written={{
          id: 'examples',
          caption: `${words.tableExamples}. ${words.tableShown(report.examples.length, writes)}`,
          columns: [{ label: words.tableLine, numeric: true }, { label: words.serviceColumn }, { label: words.tableWhat }],
          rows: report.examples.map(({ line, name, what }) => [
            String(line),
            name,
            what === 'created' ? words.tableCreated : words.tableChanged,
          ]),
        }}
      />
    </>,
  );
}

export async function postImport(asked: Asked): Promise<Response> {
  const { c, tools, actor, language, words } = asked;
  const form = readForm(c);
  const upload = uploadIn(form);
  if (!upload) return show(asked, fileError(SERVICE_REFUSALS['import.file-missing'][language]));
  if (!(await mayCheck(asked))) return show(asked, { ...fileError(words.tableTooOften), status: 429 });
  try {
    const done = await confirmImport(tools, actor, upload, form.text('sha256'));
    if (done.ok) return seeOther(c, `${PATH}/imports/${done.value.importId}`, words.tableStarted);
    return check(asked, upload, tellRefusal(done.refusal, language, 'file'));
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    return show(asked, { status: 422, errors: tellProblem(error.problem, words) });
  }
}

/** How far an import has come, for whoever has confirmed it. */
export async function importPage(asked: Asked): Promise<Response> {
  const { c, tools, actor, words } = asked;
  const found = await importById(tools.db, c.req.param('id') ?? '');
  if (!found || found.personId !== actor.personId) return c.notFound();
  return page(
    c,
    { title: words.tableProgress, before: <BackLink href={PATH} text={words.tableTitle} /> },
    <Columns>
      <PageHeading>{words.tableProgress}</PageHeading>
      {found.state === 'failed' && <WarningText>{words.tableFailed(found.problem ?? '')}</WarningText>}
      <ImportFacts found={found} words={words} />
      {(found.state === 'waiting' || found.state === 'running') && (
        <p>
          <a href={`${PATH}/imports/${found.id}`}>{words.tableReload}</a>
        </p>
      )}
    </Columns>,
  );
}

function ImportFacts(props: { found: TableImport; words: ServiceWords }) {
  const { found, words } = props;
  return (
    <SummaryList
      rows={[
        { key: words.statusColumn, value: words.tableState[found.state] },
        { key: words.tableProgress, value: words.tableDone(found.done, found.rows) },
        { key: words.tableCreated, value: String(found.created) },
        { key: words.tableChanged, value: String(found.changed) },
        { key: words.tableUnchanged, value: String(found.unchanged) },
      ]}
    />
  );
}
