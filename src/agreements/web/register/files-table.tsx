/** The files of an agreement with who added and who compared each, and who may open it. */
import { Button, Details, Form, formatBytes, formatDay, Table, Tag, TextInput } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { dayOf, type Moment } from '../../../kernel/time.ts';
import { mayCompare } from '../../actions/files/confirm-file.ts';
import { CLOSING_REASON_LIMIT, FILE_KIND_LABELS, isGivenOut, mayTurnFile } from '../../rules/attaching.ts';
import { isComplete } from '../../rules/signing/turn.ts';
import { isPublic } from '../../rules/visibility.ts';
import type { AgreementFile } from '../../store/files.ts';
import type { Paper } from '../../store/signing/rounds.ts';
import { agreementPath, type OpenedAgreement } from '../opened.tsx';
import { wordsIn } from './words.ts';

interface Shown {
  readonly opened: OpenedAgreement;
  /** In the order shown. */
  readonly files: readonly AgreementFile[];
  readonly people: ReadonlyMap<string, { readonly name: string }>;
  /** Scans of signatures are compared, and so given out, at the signing. */
  readonly papers: readonly Paper[];
  /** The number of the line that a report proves, by the id of the report. */
  readonly lines: ReadonlyMap<string, number>;
  /** Confirmed reports whose evidence was offered to the public. */
  readonly offered: ReadonlySet<string>;
  /** What was typed when a file could not be taken back. */
  readonly closing: Closing | null;
}

export interface Closing {
  readonly fileId: string;
  readonly reason: string;
}

/** The field of the reason why a file is taken back: each file has one on the page. */
export const reasonField = (fileId: string) => `reason-${fileId}`;

type One = Omit<Shown, 'files' | 'lines'> & { readonly file: AgreementFile };

export function FilesTable({ files, lines, ...shown }: Shown) {
  const { language, agreement } = shown.opened;
  const w = wordsIn(language).files;
  const path = agreementPath(agreement);
  return (
    <Table
      id="files"
      caption={w.title}
      captionSize="hidden"
      stacked
      columns={[{ label: w.file }, { label: w.added_ }, { label: w.state }, { label: w.access }]}
      rows={files.map((file) => [
        <>
          <a href={`${path}/files/${file.id}`}>{file.title}</a>
          <OfLine ordinal={lines.get(file.partId ?? '')} path={path} language={language} />
          <br />
          <span class="govuk-hint">
            {[FILE_KIND_LABELS[file.kind][language], formatBytes(file.size, language)]
              .filter((text) => text !== file.title)
              .join(', ')}
          </span>
        </>,
        byOn({ ...shown, file }, file.addedBy, file.addedAt),
        <Compared {...shown} file={file} />,
        <Access {...shown} file={file} />,
      ])}
    />
  );
}

/** Evidence has no name of its own: what it proves tells one from another. */
function OfLine({ ordinal, path, language }: { ordinal: number | undefined; path: string; language: Language }) {
  if (ordinal === undefined) return null;
  return (
    <>
      {' · '}
      <a href={`${path}/lines/${ordinal}`}>{wordsIn(language).history.line(ordinal)}</a>
    </>
  );
}

function byOn({ opened, people }: One, id: string, at: Moment): string {
  const name = people.get(id)?.name ?? wordsIn(opened.language).files.somebody;
  return `${formatDay(dayOf(at, opened.agreement.zone), opened.language, 'short')}, ${name}`;
}

function Compared(one: One) {
  const { opened, people, papers, file } = one;
  const { agreement, actor, language, path } = opened;
  const w = wordsIn(language).files;
  if (file.replacedBy) return <Tag>{w.replaced}</Tag>;
  if (file.confirmedBy && file.confirmedAt) {
    const day = formatDay(dayOf(file.confirmedAt, agreement.zone), language, 'short');
    return (
      <>
        <Tag tone="success">{w.isCompared}</Tag> {w.comparedBy(people.get(file.confirmedBy)?.name ?? w.somebody, day)}
      </>
    );
  }
  if (file.kind !== 'scan') return null;
  const mark = <Tag tone="warning">{w.toCompare}</Tag>;
  if (papers.some(({ fileId }) => fileId === file.id))
    return (
      <>
        {mark} <a href={`${path}/signing`}>{w.atSigning}</a>
      </>
    );
  if (!mayCompare(actor, agreement) || actor.personId === file.addedBy)
    return (
      <>
        {mark} {w.bySecond}
      </>
    );
  return (
    <Form action={`${path}/files/${file.id}/compared`}>
      {mark}
      <p>{w.compareWhat}</p>
      <Button kind="secondary" name="compare" value="yes">
        {w.compare}
      </Button>
    </Form>
  );
}

function Access({ opened, papers, file, offered, closing }: One) {
  const { agreement, actor, language, path } = opened;
  const w = wordsIn(language).files;
  const isOfPaper = papers.some(({ fileId, outcome }) => fileId === file.id && outcome !== 'confirmed');
  const may = (open: boolean) => mayTurnFile(actor, agreement, file, open, offered);
  const typed = closing?.fileId === file.id ? closing : null;
  return (
    <>
      <p>{accessWords(opened, file)}</p>
      {may(true) && !isOfPaper && (
        <Form action={`${path}/files/${file.id}/opened`}>
          <Button kind="secondary" name="turn" value="yes">
            {w.open}
            <span class="govuk-visually-hidden">: {file.title}</span>
          </Button>
        </Form>
      )}
      {may(false) && (
        <Details summary={w.close} open={typed !== null}>
          <Form action={`${path}/files/${file.id}/closed`}>
            <TextInput
              name={reasonField(file.id)}
              label={w.closeWhy}
              hint={w.closeWhyHint}
              value={typed?.reason ?? ''}
              maxlength={CLOSING_REASON_LIMIT}
            />
            <Button kind="secondary">
              {w.close}
              <span class="govuk-visually-hidden">: {file.title}</span>
            </Button>
          </Form>
        </Details>
      )}
    </>
  );
}

/** Who can open it now, and what has to happen before everybody can. */
function accessWords({ agreement, language }: Pick<OpenedAgreement, 'agreement' | 'language'>, file: AgreementFile): string {
  const w = wordsIn(language).files;
  // A commitment in effect opens its document by itself when the last one has signed.
  if (file.kind === 'signed' && file.replacedBy === null && !isComplete(agreement)) return w.afterAll;
  if (!file.isPublic || file.replacedBy !== null) return w.isInside;
  if (!isGivenOut(file)) return w.afterCompared;
  return isPublic(agreement) ? w.isPublic : w.afterSigned;
}
