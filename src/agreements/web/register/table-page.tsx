/** `/desk/agreements/table`: many signed documents at once from a CSV, after a dry run; their scans as a ZIP; the list as CSV. */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import {
  BackLink,
  Button,
  Columns,
  Details,
  DryRun,
  type FieldErrors,
  FileUpload,
  Form,
  formatMoment,
  PageHeading,
  page,
  seeOther,
  Table,
  Tag,
} from '../../../design/index.ts';
import { type OfficerAsked, officersOnly } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import type { Upload } from '../../../platform/http/form.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { attachScans, filesInZip, type NamedFile, type ScanResult } from '../../actions/register/attach-scans.ts';
import { exportTable } from '../../actions/register/export-table.ts';
import { importTable, mayImport, type TableReport, tryTable } from '../../actions/register/import-table.ts';
import { type ReadTable, readTable, type TableProblem } from '../../actions/register/read-table.ts';
import { warnDaysOn } from '../../rules/numbers.ts';
import { AGREEMENT_REFUSALS, type AgreementRefusal } from '../../rules/refusals.ts';
import { REQUIRED_COLUMNS, TABLE_COLUMN_NAMES, TABLE_COLUMNS } from '../../rules/register/table-columns.ts';
import { mayList } from '../../rules/visibility.ts';
import { programmes } from '../../store/programmes.ts';
import { importsOf } from '../../store/register/imports.ts';
import { AGREEMENTS } from '../opened.tsx';
import { filtersIn } from './list-page.tsx';
import { type RegisterWords, wordsIn } from './words.ts';

const PATH = `${AGREEMENTS}/table`;
/** A dry run and an unpacked ZIP cost seconds of computing. */
const WORK_AN_HOUR = 60;

const guarded = (answer: (asked: OfficerAsked) => Promise<Response>) =>
  officersOnly(async (asked) => (mayImport(asked.actor) ? answer(asked) : asked.c.notFound()));

export const tablePage = guarded((asked) => show(asked));

interface Problems {
  readonly errors: FieldErrors;
  readonly status: 403 | 404 | 409 | 422 | 429;
}

const problem = (field: string, message: string, status: Problems['status'] = 422): Problems => ({
  errors: [{ field, message }],
  status,
});
const told = (code: AgreementRefusal, field: string, language: 'id' | 'en'): Problems =>
  problem(field, AGREEMENT_REFUSALS[code][language], refusalStatus(AGREEMENT_REFUSALS[code].kind));

async function mayWork({ tools, actor }: OfficerAsked): Promise<boolean> {
  const order = { bucket: 'agreements-table', key: actor.personId, limit: WORK_AN_HOUR, windowSeconds: 3600 };
  return (await allow(tools, { ...order, now: tools.clock.now() })).allowed;
}

async function show(asked: OfficerAsked, problems?: Problems, scans: readonly ScanResult[] = []): Promise<Response> {
  const { c, tools, actor, language } = asked;
  const words = wordsIn(language);
  const w = words.table;
  const recent = await importsOf(tools.db, actor.personId, 5);
  return page(
    c,
    {
      title: w.title,
      before: <BackLink href={AGREEMENTS} text={words.desk.title} />,
      errors: problems?.errors ?? [],
      status: problems?.status,
    },
    <>
      <Columns>
        <PageHeading>{w.title}</PageHeading>
        <p>{w.lead}</p>
        <p>{w.how}</p>
        <ul>
          <li>
            <a href={`${PATH}/contoh.csv`}>{w.template}</a>
          </li>
          <li>
            <a href={`${AGREEMENTS}/all.csv`}>{w.exported}</a>
          </li>
        </ul>
        <Form action={`${PATH}/check`} multipart>
          <FileUpload name="file" label={w.file} hint={w.fileHint} accept=".csv,.txt" single />
          <Button>{w.check}</Button>
        </Form>
      </Columns>
      <Details summary={w.columns}>
        <Table
          id="columns"
          caption={w.columns}
          captionSize="hidden"
          stacked
          columns={[{ label: w.columnName }, { label: w.columnWhat }]}
          rows={TABLE_COLUMN_NAMES.map((name) => [
            <code>{name}</code>,
            <>
              {TABLE_COLUMNS[name][language]} {REQUIRED_COLUMNS.includes(name) && <Tag tone="info">{w.required}</Tag>}
            </>,
          ])}
        />
      </Details>
      <Columns>
        <h2>{w.scans}</h2>
        <p>{w.scansLead}</p>
        {scans.length > 0 && (
          <Table
            id="scans"
            caption={w.scansResult}
            captionSize="s"
            stacked
            columns={[{ label: words.files.file }, { label: words.files.state }]}
            rows={scans.map(({ name, outcome, code }) => [
              name,
              <>
                <Tag tone={outcome === 'added' ? 'success' : 'warning'}>{w.scanStates[outcome]}</Tag>{' '}
                {code && <a href={`${AGREEMENTS}/${code}/files`}>{code}</a>}
              </>,
            ])}
          />
        )}
        <Form action={`${PATH}/scans`} multipart>
          <FileUpload name="scans" label={w.zip} hint={w.zipHint} accept=".zip,.pdf" single />
          <Button>{w.upload}</Button>
        </Form>
      </Columns>
      {recent.length > 0 && (
        <Table
          id="imports"
          caption={w.recent}
          captionSize="s"
          stacked
          columns={[{ label: w.when }, { label: w.rows, numeric: true }, { label: w.document }]}
          rows={recent.map(({ at, rows, created, unchanged }) => [
            formatMoment(at, 'Asia/Jakarta', language),
            String(rows),
            w.done(created, unchanged),
          ])}
        />
      )}
    </>,
  );
}

function uploadIn({ c }: OfficerAsked, name: string): Upload | undefined {
  const form = readForm(c);
  const uploads = form.uploads(name).filter(({ size }) => size > 0);
  return uploads.length === 1 && form.refusedUploads.length === 0 ? uploads[0] : undefined;
}

/** The table of the form, or the page that says why it cannot be read. */
async function tableOf(asked: OfficerAsked): Promise<{ readonly table: ReadTable; readonly upload: Upload } | Response> {
  const { language } = asked;
  const w = wordsIn(language).table;
  const upload = uploadIn(asked, 'file');
  if (!upload) return show(asked, told('agreement.import-file-missing', 'file', language));
  if (!(await mayWork(asked))) return show(asked, problem('file', w.tooOften, 429));
  const table = readTable(await upload.bytes());
  if ('kind' in table) return show(asked, { errors: tellProblem(table, w), status: 422 });
  return { table, upload };
}

function tellProblem(found: TableProblem, w: RegisterWords['table']): FieldErrors {
  if (found.kind === 'not-csv') return [{ field: 'file', message: w.problems['not-csv'](found.line) }];
  if (found.kind !== 'header') return [{ field: 'file', message: w.problems[found.kind] }];
  return found.problems
    .slice(0, 30)
    .map(({ kind, column }) => ({ field: 'file', message: w.problems[kind](column.slice(0, 80)) }));
}

/** POST: the dry run. It writes nothing, and so needs no redirect. */
export const postCheck = guarded(async (asked) => {
  const read = await tableOf(asked);
  if (read instanceof Response) return read;
  return showReport(asked, await tryTable(asked.tools, asked.actor, read.table), read.upload.sha256);
});

export const postTable = guarded(async (asked) => {
  const { c, tools, actor, language } = asked;
  const read = await tableOf(asked);
  if (read instanceof Response) return read;
  const checked = readForm(c).text('sha256');
  const done = await importTable(tools, actor, read.table, { sha256: read.upload.sha256, checked });
  if (done.ok) return seeOther(c, `${AGREEMENTS}/all`, wordsIn(language).table.done(done.value.created, done.value.unchanged));
  return showReport(asked, await tryTable(tools, actor, read.table), read.upload.sha256, told(done.refusal, 'file', language));
});

function showReport({ c, language }: OfficerAsked, report: TableReport, sha256: string, problems?: Problems): Promise<Response> {
  const words = wordsIn(language);
  const w = words.table;
  return page(
    c,
    {
      title: w.result,
      wide: true,
      before: <BackLink href={PATH} text={w.title} />,
      errors: problems?.errors ?? [],
      status: problems?.status ?? (report.wrong > 0 ? 422 : undefined),
    },
    <>
      <PageHeading>{w.result}</PageHeading>
      <DryRun
        counts={(['rows', 'created', 'unchanged', 'wrong'] as const).map((name) => ({ key: w[name], value: report[name] }))}
        wrong={
          report.wrong === 0
            ? null
            : {
                ...{ mend: w.mend, wholeRow: w.wholeRow },
                caption: `${w.wrongRows}. ${w.shown(report.wrongRows.length, report.wrong)}`,
                columns: [{ label: w.line, numeric: true }, { label: w.document }, { label: w.why }],
                rows: report.wrongRows.map(({ line, title, problems: cells }) => ({
                  ...{ line, name: title },
                  cells: cells.map(({ column, code }) => ({ column, message: AGREEMENT_REFUSALS[code][language] })),
                })),
              }
        }
        nothing={w.nothing}
        changesNothing={report.created === 0}
        confirm={{ action: PATH, sha256, label: w.confirm, hint: w.confirmWhy, button: w.run }}
        written={{
          id: 'new',
          caption: `${w.willCreate}. ${w.shown(report.newRows.length, report.created)}`,
          columns: [{ label: w.line, numeric: true }, { label: w.document }, { label: words.overview.parties }],
          rows: report.newRows.map(({ line, title, agreement }) => [
            String(line),
            title,
            agreement?.parties.map(({ name }) => name).join(', ') ?? '',
          ]),
        }}
      />
    </>,
  );
}

export const postScans = guarded(async (asked) => {
  const { tools, actor, language } = asked;
  const upload = uploadIn(asked, 'scans');
  if (!upload) return show(asked, told('agreement.import-file-missing', 'scans', language));
  if (!(await mayWork(asked))) return show(asked, problem('scans', wordsIn(language).table.tooOften, 429));
  const isZip = /\.zip$/i.test(upload.name);
  const files: readonly NamedFile[] | undefined = isZip
    ? filesInZip(await upload.bytes())
    : [{ name: upload.name, bytes: () => upload.bytes() }];
  if (!files) return show(asked, told('agreement.import-zip-wrong', 'scans', language));
  return show(asked, undefined, await attachScans(tools, actor, files));
});

const CSV = { 'Content-Type': 'text/csv; charset=UTF-8', 'Cache-Control': 'private, no-store' };
/** Whole tables cost more than pages. */
const TABLES_AN_HOUR = 60;

/** The list with its filters, in the columns that come in again. */
export const exportCsv = officersOnly(async (asked) => {
  const { c, tools, actor, now } = asked;
  if (!mayList(actor)) return c.notFound();
  const order = { bucket: 'agreements-export', key: actor.personId, limit: TABLES_AN_HOUR, windowSeconds: 3600, now };
  const { allowed, retryAfterSeconds } = await allow(tools, order);
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
  const known = await programmes(tools.db);
  const warnDays = warnDaysOn(await lawBook(tools, tools.db), dayOf(now, 'Asia/Jakarta'));
  const stream = exportTable(
    tools.db,
    actor,
    filtersIn(
      asked,
      known.map(({ code }) => code),
    ),
    { now, warnDays },
  );
  return c.body(Readable.toWeb(stream) as unknown as ReadableStream, 200, {
    ...CSV,
    'Content-Disposition': 'attachment; filename="kerja-sama.csv"',
  });
});

/** A table with one invented row, to be filled in. */
export const templateCsv = guarded(async ({ c }) => {
  const row = {
    ...{ jenis: 'Nota kesepakatan', judul: 'Sinergi pengawasan pelayanan publik (contoh)', kode_pihak: 'ori.bali|51.05' },
    ...{ nomor_dokumen: '12/ORI-MOU/IX/2025|180/12/KLK/2025', ruang_lingkup: 'prevention|competence', tempat: 'Semarapura' },
    ...{ tanggal_tanda_tangan: '2025-09-15', mulai_berlaku: '2025-09-15', berlaku_sampai: '2030-09-14' },
    ...{ penanda_tangan: 'Kepala Perwakilan|Bupati', narahubung: 'Asisten pencegahan|Kepala Bagian Organisasi' },
    ...{ sumber: 'Arsip kantor (contoh)', berkas_pindaian: 'nota-klungkung.pdf' },
  };
  const text = stringify([row], {
    header: true,
    columns: [...TABLE_COLUMN_NAMES],
    delimiter: ';',
    bom: true,
    record_delimiter: 'windows',
  });
  return c.body(text, 200, { ...CSV, 'Content-Disposition': 'attachment; filename="contoh-kerja-sama.csv"' });
});
