/** `…/variants/:variant/pieces/:piece`: one piece, included, left out with a reason, or replaced by a redacted version. */
import {
  Button,
  type FieldErrors,
  FileUpload,
  Form,
  formatBytes,
  formatCount,
  InsetText,
  Radios,
  Select,
  seeOther,
  TextArea,
} from '../../../../design/index.ts';
import { FILE_REFUSALS, type FileRefusal } from '../../../../platform/files/take-file.ts';
import { readForm } from '../../../../platform/http/read-form.ts';
import { decidePiece, wordsOf } from '../../../actions/reports/bundle/decide-piece.ts';
import { CASE_REFUSALS, type CaseRefusal } from '../../../rules/refusals.ts';
import { BASIS_LABELS, boundBy, CHOICES, LONGEST_REASON, REDACTION_BASES } from '../../../rules/reports/variant.ts';
import { choicesOf, type KeptChoice } from '../../../store/reports/variants.ts';
import { casePage } from '../../case-frame.tsx';
import type { AskedPiece } from './asked.ts';

/** Characters of a piece shown for copying from. */
const MOST_SHOWN = 40_000;
const ACCEPTED = '.pdf,.txt,.jpg,.jpeg,.png,.webp';

interface TypedPiece {
  readonly errors: FieldErrors;
  readonly status?: 409 | 422;
  readonly choice: string;
  readonly reason: string;
  readonly basis: string;
  readonly passages: string;
}

export async function piecePage(asked: AskedPiece, typed?: TypedPiece): Promise<Response> {
  const { tools, file, variant, piece, words, language, variantPath, piecePath } = asked;
  const kept = (await choicesOf(tools.db, variant)).get(piece.key);
  const isBound = boundBy(piece, variant.audience, file) === 'identity';
  const text = await wordsOf(piece);
  const choices = CHOICES.filter((each) => !(isBound && each === 'included'));
  return casePage(
    asked,
    'bundle',
    words.piece.title(piece.number ?? piece.title),
    <>
      <p>
        <a href={variantPath}>{words.piece.back}</a>
      </p>
      {isBound && <InsetText>{words.piece.bound}</InsetText>}
      <Kept asked={asked} kept={kept} />
      <Form action={piecePath} multipart>
        <Radios
          name="choice"
          label={words.piece.choice}
          choices={choices.map((each) => ({ value: each, label: words.variant.choices[each], hint: words.piece.hints[each] }))}
          value={typed?.choice ?? kept?.choice}
        />
        <TextArea
          name="reason"
          label={words.piece.reason}
          hint={words.piece.reasonHint}
          value={typed?.reason ?? kept?.reason}
          rows={2}
          maxCharacters={LONGEST_REASON}
        />
        <Select
          name="basis"
          label={words.piece.basis}
          options={REDACTION_BASES.map((each) => ({ value: each, label: BASIS_LABELS[each][language] }))}
          value={typed?.basis ?? kept?.basis ?? ''}
          emptyLabel={words.piece.basisEmpty}
        />
        {text !== null && (
          <TextArea
            name="passages"
            label={words.piece.passages}
            hint={words.piece.passagesHint}
            value={typed?.passages}
            rows={4}
          />
        )}
        <FileUpload name="version" label={words.piece.upload} hint={words.piece.uploadHint} accept={ACCEPTED} single />
        <Button>{words.piece.save}</Button>
      </Form>
      <h2>{words.piece.words}</h2>
      {text === null ? (
        <p>{words.piece.noWords}</p>
      ) : (
        <>
          {text.length > MOST_SHOWN && <p>{words.piece.cut}</p>}
          {text
            .slice(0, MOST_SHOWN)
            .split('\n')
            .map((line) => (
              <p class="govuk-body">{line}</p>
            ))}
        </>
      )}
    </>,
    { errors: typed?.errors ?? [], status: typed?.status },
  );
}

function Kept({ asked, kept }: { asked: AskedPiece; kept: KeptChoice | undefined }) {
  const { words, language, piecePath } = asked;
  if (!kept?.version) return null;
  const { madeHow, passages, bytes } = kept.version;
  return (
    <InsetText>
      <p>
        <strong>{words.piece.version}</strong> ({formatBytes(bytes, language)})
      </p>
      <p>{words.piece.versionMade[madeHow](formatCount(passages ?? 0, language))}</p>
      <p>
        <a href={`${piecePath}/version`}>{words.piece.versionOpen}</a>
      </p>
    </InsetText>
  );
}

const FIELDS: Partial<Record<CaseRefusal | FileRefusal, string>> = {
  'case.reason-missing': 'reason',
  'case.text-too-long': 'reason',
  'case.basis-missing': 'basis',
  'case.passage-absent': 'passages',
  'case.passages-missing': 'passages',
  'case.passages-too-many': 'passages',
  'case.passage-too-short': 'passages',
  'case.version-missing': 'version',
  'case.version-same': 'version',
  'case.no-words': 'version',
};

export async function decide(asked: AskedPiece): Promise<Response> {
  const { c, tools, actor, file, variant, piece, words, language, variantPath } = asked;
  const form = readForm(c);
  const given = {
    ...{ choice: form.text('choice'), reason: form.text('reason'), basis: form.text('basis') },
    passages: form.has('passages') ? form.text('passages') : '',
  };
  const [upload] = form.uploads('version').filter(({ size }) => size > 0);
  const refused = (field: string, message: string, status: 409 | 422 = 422) =>
    piecePage(asked, { ...given, status, errors: [{ field, message }] });
  const [tooLarge] = form.refusedUploads.filter(({ reason }) => reason === 'too-large');
  if (tooLarge) return refused('version', FILE_REFUSALS['file-too-large'][language]);
  const choice = CHOICES.find((each) => each === given.choice);
  if (!choice) return refused('choice', CASE_REFUSALS['case.choice-missing'][language]);
  const basis = REDACTION_BASES.find((each) => each === given.basis) ?? null;
  const done = await decidePiece(
    tools,
    actor,
    { file, variant, piece },
    { choice, reason: given.reason, basis, passages: given.passages.split('\n'), upload: upload ? await upload.bytes() : null },
  );
  if (done.ok) return seeOther(c, variantPath, words.piece.saved);
  const text = { ...CASE_REFUSALS, ...FILE_REFUSALS }[done.refusal];
  if (text.kind === 'absent') return c.notFound();
  return refused(
    FIELDS[done.refusal] ?? (done.refusal.startsWith('case.') ? 'choice' : 'version'),
    text[language],
    text.kind === 'conflict' ? 409 : 422,
  );
}
