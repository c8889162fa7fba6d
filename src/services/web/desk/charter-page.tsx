/** The maklumat of an office: the one in force, its draft, its history. */
import {
  BackLink,
  Button,
  Columns,
  DateInput,
  type DateParts,
  Details,
  dateParts,
  dayFromParts,
  type FieldErrors,
  Form,
  formatDay,
  Hidden,
  PageHeading,
  page,
  partsOfDay,
  seeOther,
  TextArea,
  TextInput,
  WarningButton,
} from '../../../design/index.ts';
import type { Day } from '../../../kernel/time.ts';
import { openFile, removeFile } from '../../../platform/files/take-file.ts';
import { answerFile } from '../../../platform/http/answer-file.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { keepCharter, publishCharter, withdrawCharter } from '../../actions/keep-charter.ts';
import { type Charter, type CharterContent, charterOn } from '../../rules/charter.ts';
import { SERVICE_REFUSALS } from '../../rules/refusals.ts';
import { chartersOf } from '../../store/charters.ts';
import { CharterShown } from '../public/agency-services.tsx';
import { type AtOffice, type Refused, tellRefusal } from './asked.tsx';
import { ScanField, takeScan } from './scans.tsx';

interface TypedCharter {
  readonly body: string;
  readonly signatoryName: string;
  readonly signatoryPosition: string;
  readonly signedOn: DateParts;
  readonly validFrom: DateParts;
  readonly revision: number;
}

const NO_DAY: DateParts = { day: '', month: '', year: '' };
const partsOf = (day: Day | null): DateParts => (day === null ? NO_DAY : partsOfDay(day));

export async function charterPage(at: AtOffice): Promise<Response> {
  return show(at);
}

async function show(at: AtOffice, again?: Refused & { readonly typed?: TypedCharter | undefined }): Promise<Response> {
  const { c, tools, agency, words, language, path, manages, today } = at;
  const charters = await chartersOf(tools.db, agency.id);
  const draft = charters.find(({ state }) => state === 'draft');
  const isPublished = charters.some(({ state }) => state === 'published');
  return page(
    c,
    {
      title: words.charterTitle(agency.name),
      before: <BackLink href={path} text={words.backToOffice} />,
      errors: again?.errors ?? [],
      status: again?.status,
    },
    <Columns>
      <PageHeading caption={agency.name}>{words.charter}</PageHeading>
      <p>{words.charterWhy}</p>
      <CharterShown charter={charterOn(charters, today)} language={language} words={words} />
      {manages && (
        <>
          <h2>{draft ? words.charterEdit : words.charterNew}</h2>
          <DraftForm at={at} draft={draft} typed={again?.typed ?? typedOf(draft)} />
        </>
      )}
      {charters.length > 0 && <History at={at} charters={charters} />}
      {manages && isPublished && (
        <Details summary={words.charterWithdraw}>
          <Form action={`${path}/charter/withdraw`}>
            <TextArea name="reason" label={words.withdrawReason} rows={3} maxCharacters={500} />
            <WarningButton>{words.charterWithdraw}</WarningButton>
          </Form>
        </Details>
      )}
    </Columns>,
  );
}

function typedOf(draft: Charter | undefined): TypedCharter {
  return {
    body: draft?.body ?? '',
    signatoryName: draft?.signatoryName ?? '',
    signatoryPosition: draft?.signatoryPosition ?? '',
    signedOn: partsOf(draft?.signedOn ?? null),
    validFrom: partsOf(draft?.validFrom ?? null),
    revision: draft?.revision ?? 0,
  };
}

function DraftForm(props: { at: AtOffice; draft: Charter | undefined; typed: TypedCharter }) {
  const { at, draft, typed } = props;
  const { words, language, path } = at;
  return (
    <Form action={`${path}/charter`} multipart>
      <Hidden name="revision" value={String(typed.revision)} />
      <TextArea name="body" label={words.charterBody} value={typed.body} rows={8} maxCharacters={4000} />
      <TextInput
        name="signatoryName"
        label={words.charterSignatory}
        hint={words.charterSignatoryHint}
        value={typed.signatoryName}
        autocomplete="off"
      />
      <TextInput name="signatoryPosition" label={words.charterPosition} value={typed.signatoryPosition} />
      <DateInput name="signedOn" label={words.charterSignedOn} value={typed.signedOn} />
      <DateInput name="validFrom" label={words.charterValidFrom} value={typed.validFrom} />
      <ScanField
        label={words.charterFile}
        kept={draft?.file ?? null}
        href={draft?.file ? `${path}/charter/file` : undefined}
        language={language}
        words={words}
      />
      <Button>{words.save}</Button>{' '}
      <Button kind="secondary" name="finish" value="publish">
        {words.charterPublish}
      </Button>
    </Form>
  );
}

function History(props: { at: AtOffice; charters: readonly Charter[] }) {
  const { words, language } = props.at;
  return (
    <Details summary={words.charterHistory}>
      <ul>
        {props.charters.toReversed().map((one) => (
          <li>
            {words.versionColumn} {one.version}: {words.state[one.state]}
            {one.validFrom && `, ${words.validFrom.toLowerCase()} ${formatDay(one.validFrom, language)}`}
            {one.file && one.state !== 'draft' && (
              <>
                {' '}
                <a href={`/services/charters/${one.id}/file`}>{words.charterScan}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** Saves the draft; with `finish=publish` publishes it in the same go when nothing is missing. */
export async function postCharter(at: AtOffice): Promise<Response> {
  const { c, tools, actor, agency, language, words, path } = at;
  const form = readForm(c);
  const all = form.typed();
  const typed: TypedCharter = {
    body: form.text('body'),
    signatoryName: form.text('signatoryName'),
    signatoryPosition: form.text('signatoryPosition'),
    signedOn: dateParts(all, 'signedOn'),
    validFrom: dateParts(all, 'validFrom'),
    revision: Number(form.text('revision')),
  };
  const errors: { field: string; message: string }[] = [];
  const dayIn = (field: 'signedOn' | 'validFrom'): Day | null => {
    const parts = typed[field];
    const isEmpty = parts.day === '' && parts.month === '' && parts.year === '';
    const day = isEmpty ? null : dayFromParts(parts);
    if (day === undefined) errors.push({ field, message: SERVICE_REFUSALS['service.day-wrong'][language] });
    return day ?? null;
  };
  const content: CharterContent = { ...typed, signedOn: dayIn('signedOn'), validFrom: dayIn('validFrom') };
  if (errors.length > 0) return show(at, { status: 422, errors: errors as FieldErrors, typed });
  const scan = await takeScan(at, form);
  if (!scan.ok) return show(at, { status: 422, errors: [{ field: 'file', message: scan.message }], typed });
  const kept = await keepCharter(tools, actor, agency.id, { content, revision: typed.revision, file: scan.file }).catch(
    async (error: unknown) => {
      if (scan.file) await removeFile(tools, scan.file.key);
      throw error;
    },
  );
  if (!kept.ok) {
    if (scan.file) await removeFile(tools, scan.file.key);
    return show(at, { ...tellRefusal(kept.refusal, language, 'body'), typed });
  }
  if (kept.value.dropped) await removeFile(tools, kept.value.dropped.key);
  if (form.text('finish') !== 'publish') return seeOther(c, `${path}/charter`, words.charterSaved);
  const published = await publishCharter(tools, actor, agency.id, null);
  if (published.ok) return seeOther(c, `${path}/charter`, words.charterPublished);
  // The draft is saved; what is shown again must go on from there.
  return show(at, { ...tellRefusal(published.refusal, language, 'body') });
}

export async function postWithdrawCharter(at: AtOffice): Promise<Response> {
  const { c, tools, actor, agency, language, words, path } = at;
  const done = await withdrawCharter(tools, actor, agency.id, readForm(c).text('reason'));
  if (done.ok) return seeOther(c, `${path}/charter`, words.charterWithdrawn);
  return show(at, tellRefusal(done.refusal, language, 'reason'));
}

/** The scan of the draft, for whoever reads the office's drafts. */
export async function draftScan(at: AtOffice): Promise<Response> {
  const draft = (await chartersOf(at.tools.db, at.agency.id)).find(({ state }) => state === 'draft');
  if (!draft?.file) return at.c.notFound();
  const { key, mediaType, size, extension } = draft.file;
  return answerFile(at.c, { stream: await openFile(at.tools, key), mediaType, size, name: `maklumat${extension}`, inline: true });
}
