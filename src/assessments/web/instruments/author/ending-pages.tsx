/** Publishing, throwing away and retiring, each on a page that says what it means and asks once more. */
import {
  BackLink,
  Button,
  Columns,
  DateInput,
  type DateParts,
  dateParts,
  dayFromParts,
  Form,
  Hidden,
  PageHeading,
  page,
  seeOther,
  TextArea,
  TextInput,
  WarningText,
} from '../../../../design/index.ts';
import { readForm } from '../../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../../platform/http/refusal-status.ts';
import { discardDraft } from '../../../actions/author-instrument.ts';
import { publishInstrument, retireInstrument } from '../../../actions/publish-instrument.ts';
import { diffInstruments } from '../../../rules/instrument-diff.ts';
import { INSTRUMENT_REFUSALS, type InstrumentRefusal } from '../../../rules/instrument-refusals.ts';
import { versionBefore } from '../../../store/instruments.ts';
import { Changes } from '../changes.tsx';
import { DESK, type OpenedVersion } from './opened.ts';

interface Decision {
  readonly decidedBy: string;
  readonly decidedOn: DateParts;
  readonly changeNote: string;
}

const NO_DECISION: Decision = { decidedBy: '', decidedOn: { day: '', month: '', year: '' }, changeNote: '' };

/** Where a refusal of publishing is shown. */
const FIELDS: Partial<Record<InstrumentRefusal, string>> = {
  'instrument.decided-later': 'decidedOn',
  'instrument.change-note-missing': 'changeNote',
};

/** GET .../publish */
export function publishForm(at: OpenedVersion): Promise<Response> {
  return showPublish(at, NO_DECISION);
}

/** POST .../publish */
export async function publish(at: OpenedVersion): Promise<Response> {
  const { c, record, words } = at;
  const form = readForm(c);
  const typed: Decision = {
    decidedBy: form.text('decidedBy'),
    decidedOn: dateParts(form.typed(), 'decidedOn'),
    changeNote: form.text('changeNote'),
  };
  const done = await publishInstrument(c.get('tools'), c.get('actor'), {
    id: record.id,
    version: record.version,
    revision: Number(form.text('revision')),
    decidedBy: typed.decidedBy,
    decidedOn: dayFromParts(typed.decidedOn) ?? null,
    changeNote: typed.changeNote,
  });
  if (done.ok) return seeOther(c, at.path, words.author.publishedNow);
  return showPublish(at, typed, done.refusal);
}

async function showPublish(at: OpenedVersion, typed: Decision, refused?: InstrumentRefusal): Promise<Response> {
  const { c, words, language, record, path } = at;
  const before = await versionBefore(c.get('tools').db, record.id, record.version);
  return page(
    c,
    {
      title: words.author.publishTitle,
      before: <BackLink href={path} text={words.author.back} />,
      ...told(at, refused, 'decidedBy'),
    },
    <Columns>
      <PageHeading caption={`${record.instrument.title[language]}, ${words.version(record.version).toLowerCase()}`}>
        {words.author.publishTitle}
      </PageHeading>
      <p>{words.author.publishLead}</p>
      {before && (
        <>
          <h2>{words.changesFrom(before.version)}</h2>
          <Changes changes={diffInstruments(before, record.instrument)} language={language} />
        </>
      )}
      <Form action={`${path}/publish`}>
        <Hidden name="revision" value={String(record.revision)} />
        <TextInput name="decidedBy" label={words.author.decidedBy} hint={words.author.decidedByHint} value={typed.decidedBy} />
        <DateInput name="decidedOn" label={words.author.decidedOn} value={typed.decidedOn} />
        <TextArea
          name="changeNote"
          label={words.author.changeNoteLabel}
          value={typed.changeNote}
          rows={4}
          maxCharacters={2000}
          optional={record.version === 1}
        />
        <WarningText>{words.author.publishIrreversible}</WarningText>
        <Button>{words.author.publishIt}</Button>
      </Form>
    </Columns>,
  );
}

/** GET .../discard */
export function discardForm(at: OpenedVersion): Promise<Response> {
  const { c, words, language, path, record } = at;
  return page(
    c,
    { title: words.author.discardTitle, before: <BackLink href={path} text={words.author.back} /> },
    <Columns>
      <PageHeading caption={record.instrument.title[language]}>{words.author.discardTitle}</PageHeading>
      <p>{words.author.discardLead}</p>
      <Form action={`${path}/discard`}>
        <Button kind="warning">{words.author.discardIt}</Button>
      </Form>
    </Columns>,
  );
}

/** POST .../discard */
export async function discard(at: OpenedVersion): Promise<Response> {
  const done = await discardDraft(at.c.get('tools'), at.c.get('actor'), at.record);
  return done.ok
    ? seeOther(at.c, DESK, at.words.author.discarded)
    : seeOther(at.c, at.path, INSTRUMENT_REFUSALS[done.refusal][at.language]);
}

/** GET .../retire */
export function retireForm(at: OpenedVersion): Promise<Response> {
  return showRetire(at, '');
}

/** POST .../retire */
export async function retire(at: OpenedVersion): Promise<Response> {
  const { c, words, record } = at;
  const reason = readForm(c).text('reason');
  const done = await retireInstrument(c.get('tools'), c.get('actor'), { id: record.id, version: record.version, reason });
  return done.ok ? seeOther(c, at.path, words.author.retired) : showRetire(at, reason, done.refusal);
}

function showRetire(at: OpenedVersion, reason: string, refused?: InstrumentRefusal): Promise<Response> {
  const { c, words, language, path, record } = at;
  return page(
    c,
    {
      title: words.author.retireTitle,
      before: <BackLink href={path} text={words.author.back} />,
      ...told(at, refused, 'reason'),
    },
    <Columns>
      <PageHeading caption={`${record.instrument.title[language]}, ${words.version(record.version).toLowerCase()}`}>
        {words.author.retireTitle}
      </PageHeading>
      <p>{words.author.retireLead}</p>
      <Form action={`${path}/retire`}>
        <TextArea name="reason" label={words.author.reason} value={reason} rows={3} maxCharacters={2000} />
        <Button kind="warning">{words.author.retireIt}</Button>
      </Form>
    </Columns>,
  );
}

function told(at: OpenedVersion, refused: InstrumentRefusal | undefined, field: string) {
  if (!refused) return {};
  const refusal = INSTRUMENT_REFUSALS[refused];
  return { status: refusalStatus(refusal.kind), errors: [{ field: FIELDS[refused] ?? field, message: refusal[at.language] }] };
}
