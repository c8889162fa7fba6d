/** `/desk/agreements/:code/files`: scans, signed documents, annexes; who compared a scan with the paper; adding one. */
import {
  Button,
  Checkbox,
  Columns,
  type FieldErrors,
  FileUpload,
  Form,
  Radios,
  seeOther,
  TextInput,
} from '../../../design/index.ts';
import { peopleByIds } from '../../../directory/index.ts';
import { FILE_REFUSALS } from '../../../platform/files/take-file.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { attachFile } from '../../actions/files/attach-file.ts';
import { confirmFile } from '../../actions/files/confirm-file.ts';
import { turnFile } from '../../actions/files/turn-file.ts';
import { replaceScans } from '../../actions/register/replace-scan.ts';
import { FILE_KIND_LABELS, type FileKindOfAgreement, refusalToAttach } from '../../rules/attaching.ts';
import { mayPrepare } from '../../rules/permissions.ts';
import { AGREEMENT_REFUSALS } from '../../rules/refusals.ts';
import { filesOf } from '../../store/files.ts';
import { linesOfUpdates, offeredReports } from '../../store/lines/updates.ts';
import { papersOf } from '../../store/signing/rounds.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { type OpenedAgreement, onAgreement } from '../opened.tsx';
import { type Closing, FilesTable, reasonField } from './files-table.tsx';
import { wordsIn } from './words.ts';

/** What is added here; minutes, evaluations and evidence come with their own parts. */
const ADDED_HERE: readonly FileKindOfAgreement[] = ['scan', 'annex', 'other'];

interface Typed {
  readonly kind: string;
  readonly title: string;
  readonly isPublic: boolean;
  /** A file that was to be taken back. */
  readonly closing?: Closing;
}

/** Nothing is for everybody unless somebody said so. */
const NOTHING_TYPED: Typed = { kind: 'scan', title: '', isPublic: false };

export const filesPage = onAgreement((opened) => show(opened, NOTHING_TYPED));

export const postFile = onAgreement(async (opened) => {
  const { c, tools, actor, agreement, path, language } = opened;
  const form = readForm(c);
  const words = wordsIn(language).files;
  const typed = { kind: form.text('kind'), title: form.text('title'), isPublic: form.text('isPublic') === 'yes' };
  const kind = ADDED_HERE.find((each) => each === typed.kind);
  const upload = form.uploads('file').find(({ size }) => size > 0);
  if (form.refusedUploads.length > 0)
    return show(opened, typed, [{ field: 'file', message: FILE_REFUSALS['file-too-large'][language] }], 422);
  if (!kind) return show(opened, typed, [{ field: 'kind', message: words.kindMissing }], 422);
  if (!upload) return show(opened, typed, [{ field: 'file', message: words.fileMissing }], 422);
  const done = await attachFile(tools, actor, {
    agreementId: agreement.id,
    kind,
    partId: null,
    title: typed.title,
    upload,
    isPublic: typed.isPublic,
  });
  if (!done.ok) return refused(opened, typed, done.refusal, 'file');
  if (kind === 'scan' && form.text('replaces') === 'yes') {
    const replaced = await replaceScans(tools, actor, { agreementId: agreement.id, fileId: done.value.id });
    if (!replaced.ok) return refused(opened, typed, replaced.refusal, 'file');
  }
  return seeOther(c, `${path}/files`, kind === 'scan' ? words.scanAdded : words.added);
});

export const postCompared = onAgreement(async (opened) => {
  const { c, tools, actor, agreement, path, language } = opened;
  const done = await confirmFile(tools, actor, { agreementId: agreement.id, fileId: c.req.param('file') ?? '' });
  if (done.ok) return seeOther(c, `${path}/files`, wordsIn(language).files.compared);
  return refused(opened, NOTHING_TYPED, done.refusal, 'compare');
});

const turned = (open: boolean) =>
  onAgreement(async (opened) => {
    const { c, tools, actor, agreement, path, language } = opened;
    const fileId = c.req.param('file') ?? '';
    const reason = readForm(c).text(reasonField(fileId));
    const done = await turnFile(tools, actor, { agreementId: agreement.id, fileId, open, reason });
    const words = wordsIn(language).files;
    if (done.ok) return seeOther(c, `${path}/files`, open ? words.opened : words.closed);
    if (open) return refused(opened, NOTHING_TYPED, done.refusal, 'turn');
    return refused(opened, { ...NOTHING_TYPED, closing: { fileId, reason } }, done.refusal, reasonField(fileId));
  });

export const postOpened = turned(true);
export const postClosed = turned(false);

function refused(
  opened: OpenedAgreement,
  typed: Typed,
  refusal: keyof typeof AGREEMENT_REFUSALS | keyof typeof FILE_REFUSALS,
  field: string,
): Response | Promise<Response> {
  const text = { ...AGREEMENT_REFUSALS, ...FILE_REFUSALS }[refusal];
  if (text.kind === 'absent') return opened.c.notFound();
  const status = refusalStatus(text.kind);
  return show(opened, typed, [{ field, message: text[opened.language] }], status === 404 || status === 429 ? 422 : status);
}

async function show(
  opened: OpenedAgreement,
  typed: Typed,
  errors: FieldErrors = [],
  status?: 403 | 409 | 422,
): Promise<Response> {
  const { tools, actor, agreement, path, language } = opened;
  const w = wordsIn(language).files;
  const files = (await filesOf(tools.db, agreement.id)).toReversed();
  const papers = await papersOf(tools.db, agreement.id);
  const [lines, offered] = [await linesOfUpdates(tools.db, agreement.id), await offeredReports(tools.db, agreement.id)];
  const people = await peopleByIds(
    tools.db,
    files.flatMap(({ addedBy, confirmedBy }) => [addedBy, ...(confirmedBy ? [confirmedBy] : [])]),
  );
  const kinds = ADDED_HERE.filter((kind) => refusalToAttach(agreement, actor, { kind, title: '' }) === undefined);
  const hasScan = kinds.includes('scan') && files.some(({ kind, replacedBy }) => kind === 'scan' && replacedBy === null);
  return agreementPage(
    opened,
    'files',
    w.title,
    <>
      <p>{w.lead}</p>
      {files.length === 0 ? (
        <p>{w.none}</p>
      ) : (
        <FilesTable {...{ opened, files, people, papers, lines, offered, closing: typed.closing ?? null }} />
      )}
      {kinds.length > 0 && (
        <Columns>
          <h2>{w.add}</h2>
          <Form action={`${path}/files`} multipart>
            <Radios
              name="kind"
              label={w.kind}
              value={kinds.find((kind) => kind === typed.kind) ?? kinds[0]}
              choices={kinds.map((kind) => ({
                value: kind,
                label: FILE_KIND_LABELS[kind][language],
                hint: kind === 'scan' ? w.scanHint : undefined,
              }))}
            />
            <TextInput name="title" label={w.name} hint={w.nameHint} value={typed.title} maxlength={200} optional />
            <FileUpload name="file" label={w.choose} single />
            {hasScan && <Checkbox name="replaces" label={w.replaces} hint={w.replacesHint} />}
            {mayPrepare(actor, agreement) && (
              <Checkbox name="isPublic" label={w.makePublic} hint={w.makePublicHint} checked={typed.isPublic} />
            )}
            <Button>{w.upload}</Button>
          </Form>
        </Columns>
      )}
    </>,
    { errors, wide: true, ...(status ? { status } : {}) },
  );
}
