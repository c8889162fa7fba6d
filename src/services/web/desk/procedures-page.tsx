/** The register of SOPs of an office. */
import {
  BackLink,
  Button,
  Columns,
  DateInput,
  type DateParts,
  Details,
  dateParts,
  dayFromParts,
  Form,
  formatDay,
  Hidden,
  LinkButton,
  PageHeading,
  page,
  partsOfDay,
  Select,
  seeOther,
  Table,
  Tag,
  TextInput,
  WarningButton,
} from '../../../design/index.ts';
import { openFile, removeFile } from '../../../platform/files/take-file.ts';
import { answerFile } from '../../../platform/http/answer-file.ts';
import type { Form as SentForm } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { keepProcedure, retireProcedure } from '../../actions/keep-procedure.ts';
import { isReviewOverdue, type Procedure, type ProcedureContent } from '../../rules/procedure.ts';
import { SERVICE_REFUSALS } from '../../rules/refusals.ts';
import { latestOf } from '../../store/office-lists.ts';
import { proceduresOf, procedureVersions } from '../../store/procedures.ts';
import { type AtOffice, type Refused, tellRefusal } from './asked.tsx';
import { ScanField, takeScan } from './scans.tsx';

export async function proceduresPage(at: AtOffice): Promise<Response> {
  const { c, tools, agency, words, language, path, manages, today } = at;
  const procedures = await proceduresOf(tools.db, agency.id);
  const services = new Map((await latestOf(tools.db, agency.id)).map((one) => [one.id, one.name]));
  return page(
    c,
    {
      title: words.proceduresOf(agency.name),
      wide: true,
      before: <BackLink href={path} text={words.backToOffice} />,
    },
    <>
      <PageHeading caption={agency.name}>{words.procedures}</PageHeading>
      {manages && <LinkButton href={`${path}/procedures/new`}>{words.procedureAdd}</LinkButton>}
      {procedures.length === 0 ? (
        <p>{words.proceduresNone}</p>
      ) : (
        <Table
          id="procedures"
          caption={words.procedures}
          stacked
          rowHeaders
          columns={[
            { label: words.procedureNumber },
            { label: words.procedureTitle },
            { label: words.procedureVersion, numeric: true },
            { label: words.procedureOwner },
            { label: words.procedureReview },
            { label: words.procedureService },
            { label: words.statusColumn },
          ]}
          rows={procedures.map((one) => [
            <a href={`${path}/procedures/${one.id}`}>{one.number}</a>,
            one.title,
            String(one.version),
            one.ownerPosition,
            formatDay(one.reviewOn, language),
            one.serviceId === null ? '–' : (services.get(one.serviceId) ?? '–'),
            <ReviewTag procedure={one} at={at} today={today} />,
          ])}
        />
      )}
    </>,
  );
}

function ReviewTag(props: { procedure: Procedure; at: AtOffice; today: AtOffice['today'] }) {
  const { procedure, at, today } = props;
  if (procedure.isRetired) return <Tag>{at.words.procedureIsRetired}</Tag>;
  const overdue = isReviewOverdue(procedure, today);
  return <Tag tone={overdue ? 'danger' : 'success'}>{overdue ? at.words.overdue : at.words.onTime}</Tag>;
}

type Typed = Readonly<
  Record<'number' | 'title' | 'version' | 'ownerPosition' | 'serviceId', string> &
    Record<'effectiveOn' | 'reviewOn', DateParts> & { revision: number }
>;

const NO_DAY: DateParts = { day: '', month: '', year: '' };

function typedOf(procedure: Procedure | undefined): Typed {
  return {
    number: procedure?.number ?? '',
    title: procedure?.title ?? '',
    version: String(procedure?.version ?? 1),
    ownerPosition: procedure?.ownerPosition ?? '',
    serviceId: procedure?.serviceId ?? '',
    effectiveOn: procedure ? partsOfDay(procedure.effectiveOn) : NO_DAY,
    reviewOn: procedure ? partsOfDay(procedure.reviewOn) : NO_DAY,
    revision: procedure?.revision ?? 0,
  };
}

/** The versions of the SOP of the address, latest first; none when it is not this office's. */
async function versionsAt(at: AtOffice): Promise<Procedure[]> {
  const versions = await procedureVersions(at.tools.db, at.c.req.param('id') ?? '');
  return versions[0]?.agencyId === at.agency.id ? versions : [];
}

export async function procedurePage(at: AtOffice): Promise<Response> {
  const isNew = at.c.req.param('id') === undefined;
  if (isNew) return at.manages ? show(at, [], typedOf(undefined)) : at.c.notFound();
  const versions = await versionsAt(at);
  return versions[0] ? show(at, versions, typedOf(versions[0])) : at.c.notFound();
}

async function show(at: AtOffice, versions: readonly Procedure[], typed: Typed, refused?: Refused): Promise<Response> {
  const { c, tools, agency, words, language, path, manages } = at;
  const [latest, ...earlier] = versions;
  const services = await latestOf(tools.db, agency.id);
  const own = `${path}/procedures${latest ? `/${latest.id}` : '/new'}`;
  const title = latest ? latest.title : words.procedureAdd;
  return page(
    c,
    {
      title,
      before: <BackLink href={`${path}/procedures`} text={words.procedures} />,
      errors: refused?.errors ?? [],
      status: refused?.status,
    },
    <Columns>
      <PageHeading caption={agency.name}>{title}</PageHeading>
      {latest && (
        <p>
          <ReviewTag procedure={latest} at={at} today={at.today} /> {latest.number}, {words.versionColumn.toLowerCase()}{' '}
          {latest.version}, {latest.ownerPosition}. {words.procedureReview} {formatDay(latest.reviewOn, language)}.{' '}
          {latest.file && <a href={`${own}/file`}>{words.procedureFile}</a>}
        </p>
      )}
      {manages && !latest?.isRetired && (
        <Form action={own} multipart>
          <Hidden name="revision" value={String(typed.revision)} />
          <TextInput name="number" label={words.procedureNumber} value={typed.number} />
          <TextInput name="title" label={words.procedureTitle} value={typed.title} />
          <TextInput
            name="version"
            label={words.procedureVersion}
            hint={latest ? words.procedureVersionHint : undefined}
            value={typed.version}
            inputmode="numeric"
            width={3}
          />
          <TextInput name="ownerPosition" label={words.procedureOwner} hint={words.officerHint} value={typed.ownerPosition} />
          <DateInput name="effectiveOn" label={words.procedureEffective} value={typed.effectiveOn} />
          <DateInput name="reviewOn" label={words.procedureReview} value={typed.reviewOn} />
          <Select
            name="serviceId"
            label={words.procedureService}
            options={services.map(({ id, name }) => ({ value: id, label: name }))}
            value={typed.serviceId}
            emptyLabel={words.procedureNoService}
          />
          <ScanField label={words.procedureFile} kept={latest?.file ?? null} href={undefined} language={language} words={words} />
          <Button>{words.save}</Button>
        </Form>
      )}
      {earlier.length > 0 && (
        <Details summary={words.procedureHistory}>
          <ul>
            {earlier.map((one) => (
              <li>
                {words.versionColumn} {one.version}: {one.title}, {words.procedureEffective.toLowerCase()}{' '}
                {formatDay(one.effectiveOn, language)}
              </li>
            ))}
          </ul>
        </Details>
      )}
      {manages && latest && !latest.isRetired && (
        <Details summary={words.procedureRetire}>
          <Form action={`${own}/retire`}>
            <WarningButton>{words.procedureRetire}</WarningButton>
          </Form>
        </Details>
      )}
    </Columns>,
  );
}

function readTyped(form: SentForm): Typed {
  const all = form.typed();
  return {
    number: form.text('number'),
    title: form.text('title'),
    version: form.text('version'),
    ownerPosition: form.text('ownerPosition'),
    serviceId: form.text('serviceId'),
    effectiveOn: dateParts(all, 'effectiveOn'),
    reviewOn: dateParts(all, 'reviewOn'),
    revision: Number(form.text('revision')),
  };
}

export async function postProcedure(at: AtOffice): Promise<Response> {
  const { c, tools, actor, agency, language, words, path } = at;
  const id = c.req.param('id');
  const versions = id === undefined ? [] : await versionsAt(at);
  if (id !== undefined && versions.length === 0) return c.notFound();
  const form = readForm(c);
  const typed = readTyped(form);
  const scan = await takeScan(at, form);
  if (!scan.ok) return show(at, versions, typed, { status: 422, errors: [{ field: 'file', message: scan.message }] });
  const content: ProcedureContent = {
    number: typed.number,
    title: typed.title,
    version: /^\d{1,4}$/.test(typed.version.trim()) ? Number(typed.version) : Number.NaN,
    ownerPosition: typed.ownerPosition,
    effectiveOn: dayFromParts(typed.effectiveOn) ?? null,
    reviewOn: dayFromParts(typed.reviewOn) ?? null,
    serviceId: typed.serviceId === '' ? null : typed.serviceId,
  };
  const order = { id, revision: id === undefined ? null : typed.revision, content, file: scan.file };
  const kept = await keepProcedure(tools, actor, agency.id, order).catch(async (error: unknown) => {
    if (scan.file) await removeFile(tools, scan.file.key);
    throw error;
  });
  if (kept.ok) return seeOther(c, `${path}/procedures`, words.procedureSaved);
  if (scan.file) await removeFile(tools, scan.file.key);
  return show(at, versions, { ...typed, revision: versions[0]?.revision ?? 0 }, tellRefusal(kept.refusal, language, 'number'));
}

export async function postRetire(at: AtOffice): Promise<Response> {
  const { c, tools, actor, agency, language, words, path } = at;
  const done = await retireProcedure(tools, actor, agency.id, c.req.param('id') ?? '');
  if (done.ok) return seeOther(c, `${path}/procedures`, words.procedureRetired);
  if (done.refusal.code === 'service.absent') return c.notFound();
  return seeOther(c, `${path}/procedures`, SERVICE_REFUSALS[done.refusal.code][language]);
}

export async function procedureFile(at: AtOffice): Promise<Response> {
  const [latest] = await versionsAt(at);
  if (!latest?.file) return at.c.notFound();
  const { key, mediaType, size, extension } = latest.file;
  return answerFile(at.c, { stream: await openFile(at.tools, key), mediaType, size, name: `sop${extension}`, inline: true });
}
