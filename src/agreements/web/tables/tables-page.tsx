/** `/desk/agreements/:code/lines/tables`: the plan as a table, out and in again. */
import type { Child } from 'hono/jsx';
import {
  Button,
  Columns,
  Details,
  type FieldErrors,
  FileUpload,
  Form,
  formatBytes,
  InsetText,
  LinkButton,
  seeOther,
  Table,
  Time,
} from '../../../design/index.ts';
import { peopleByIds } from '../../../directory/index.ts';
import { FILE_REFUSALS } from '../../../platform/files/take-file.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { bringTable } from '../../actions/tables/bring-table.ts';
import { TABLE_BYTES } from '../../actions/tables/read-table.ts';
import { agreementKind } from '../../rules/kinds.ts';
import { mayEditLines } from '../../rules/permissions.ts';
import { AGREEMENT_REFUSALS, type AgreementRefusal } from '../../rules/refusals.ts';
import { mayImport } from '../../rules/tables/difference.ts';
import { linesOf } from '../../store/lines.ts';
import { endedImports, openImports, type TableImport } from '../../store/tables/imports.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { type OpenedAgreement, onAgreement } from '../opened.tsx';
import { HeldByEdition } from '../rad/held-by-edition.tsx';
import { wordsIn } from './words.ts';

export const tablesPath = ({ path }: Pick<OpenedAgreement, 'path'>): string => `${path}/lines/tables`;

/** Reading a table takes a second of computing at most. */
const UPLOADS_AN_HOUR = 60;
const RECENT = 5;

export const tablesPage = onAgreement((opened) =>
  agreementKind(opened.agreement.kind).hasLines ? show(opened) : opened.c.notFound(),
);

export const postTable = onAgreement(async (opened) => {
  const { c, tools, actor, agreement } = opened;
  if (!agreementKind(agreement.kind).hasLines) return c.notFound();
  const form = readForm(c);
  if (form.refusedUploads.some(({ reason }) => reason === 'too-large')) return refused(opened, 'agreement.table-too-big');
  if (form.refusedUploads.some(({ reason }) => reason === 'empty')) return refused(opened, 'agreement.table-empty');
  const [upload] = form.uploads('file');
  if (!upload) return refused(opened, 'agreement.table-missing');
  const order = { bucket: 'plan-tables', key: actor.personId, limit: UPLOADS_AN_HOUR, windowSeconds: 3600 };
  if (!(await allow(tools, { ...order, now: tools.clock.now() })).allowed) return refused(opened, 'agreement.table-too-often');
  const brought = await bringTable(tools, actor, agreement, upload);
  return brought.ok ? seeOther(c, `${tablesPath(opened)}/${brought.value.id}`) : refused(opened, brought.refusal);
});

function refused(opened: OpenedAgreement, code: AgreementRefusal | keyof typeof FILE_REFUSALS): Promise<Response> {
  const text =
    code in AGREEMENT_REFUSALS ? AGREEMENT_REFUSALS[code as AgreementRefusal] : FILE_REFUSALS[code as keyof typeof FILE_REFUSALS];
  const status = refusalStatus(text.kind);
  return show(opened, [{ field: 'file', message: text[opened.language] }], status === 403 || status === 409 ? status : 422);
}

async function show(opened: OpenedAgreement, errors: FieldErrors = [], status?: 403 | 409 | 422): Promise<Response> {
  const { tools, actor, agreement, language } = opened;
  const words = wordsIn(language);
  const [lines, open, ended] = await Promise.all([
    linesOf(tools.db, agreement.id),
    openImports(tools.db, agreement.id),
    endedImports(tools.db, agreement.id, RECENT),
  ]);
  const base = tablesPath(opened);
  const mine = open.filter(({ personId }) => personId === actor.personId);
  const others = open.length - mine.length;
  const other = language === 'id' ? 'en' : 'id';
  const mayUpload = mayImport(actor, agreement, lines);
  return agreementPage(
    opened,
    'lines',
    words.title,
    <>
      <Columns>
        <p class="govuk-body-l">{words.lead}</p>
        <h2>{words.download}</h2>
        <p>{words.downloadAbout(lines.filter(({ state }) => state !== 'dropped').length)}</p>
        <LinkButton href={`${base}/plan.xlsx`}>{words.downloadXlsx}</LinkButton>
        <Details summary={words.otherWays}>
          <ul>
            <li>
              <a href={`${base}/plan.csv`}>{words.downloadCsv}</a>
            </li>
            <li>
              <a href={`${base}/plan.xlsx?headings=${other}`}>{words.otherXlsx}</a>
            </li>
            <li>
              <a href={`${base}/plan.csv?headings=${other}`}>{words.otherCsv}</a>
            </li>
          </ul>
        </Details>
        <h2>{words.upload}</h2>
        <HeldByEdition opened={opened} />
        {mayUpload ? (
          <>
            {!mayEditLines(actor, agreement) && <InsetText>{words.onlyReports}</InsetText>}
            {others > 0 && <InsetText>{words.others(others)}</InsetText>}
            <Form action={base} multipart>
              <FileUpload
                name="file"
                label={words.uploadFile}
                hint={words.uploadHint(TABLE_BYTES / 1024 / 1024)}
                accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                single
              />
              <Button>{words.uploadButton}</Button>
            </Form>
          </>
        ) : (
          <p>{words.noUpload}</p>
        )}
      </Columns>
      {mine.length > 0 && <Waiting opened={opened} mine={mine} />}
      {ended.length > 0 && (await finishedTable(opened, ended))}
      <p>
        <a href={`${opened.path}/lines`}>{words.toPlan}</a>
      </p>
    </>,
    { errors, ...(status ? { status } : {}) },
  );
}

function Waiting(props: { opened: OpenedAgreement; mine: readonly TableImport[] }) {
  const { opened, mine } = props;
  const words = wordsIn(opened.language);
  return (
    <Table
      id="waiting"
      caption={words.yours}
      stacked
      columns={[{ label: words.received }, { label: words.what }]}
      rows={mine.map((brought) => [
        <a href={`${tablesPath(opened)}/${brought.id}`}>
          <Time at={brought.receivedAt} zone={opened.agreement.zone} />
        </a>,
        `${brought.format.toUpperCase()}, ${words.rowsIn(brought.rows)}, ${formatBytes(brought.size, opened.language)}`,
      ])}
    />
  );
}

async function finishedTable(opened: OpenedAgreement, ended: readonly TableImport[]): Promise<Child> {
  const { tools, agreement } = opened;
  const words = wordsIn(opened.language);
  const people = await peopleByIds(
    tools.db,
    ended.map(({ personId }) => personId),
  );
  return (
    <Table
      id="finished"
      caption={words.recent}
      stacked
      columns={[{ label: words.ended }, { label: words.by }, { label: words.what }]}
      rows={ended.map((brought) => [
        <Time at={brought.endedAt ?? brought.receivedAt} zone={agreement.zone} />,
        people.get(brought.personId)?.name ?? words.formerOfficer,
        `${words.outcome[brought.state]}: ${words.counted(brought.changed, brought.added, brought.reported)}`,
      ])}
    />
  );
}
