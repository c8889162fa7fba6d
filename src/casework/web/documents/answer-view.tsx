/** What an agency answered: its text, its own number and day, its files with their digests. */
import { AttachmentList, formatBytes, formatDay, SummaryList, Time } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Zone } from '../../../kernel/time.ts';
import type { CaseDocument, DocumentFile } from '../../rules/documents/document.ts';
import { dayIn } from '../../rules/documents/letter-days.ts';
import { wordsIn } from './words.ts';

export function AnswerView(props: {
  readonly answer: CaseDocument;
  readonly files: readonly DocumentFile[];
  readonly hrefOf: (file: DocumentFile) => string;
  readonly zone: Zone;
  readonly language: Language;
}) {
  const { answer, files, language } = props;
  const words = wordsIn(language);
  const day = dayIn(answer.fields.datedOn ?? '');
  const { senderNumber = '', text = '' } = answer.fields;
  return (
    <>
      <SummaryList
        rows={[
          { key: words.list.number, value: answer.number ?? words.list.unnumbered },
          senderNumber !== '' && { key: words.answer.senderNumber, value: senderNumber },
          day && { key: words.page.dated, value: formatDay(day, language) },
          answer.receivedAt && { key: words.page.registered, value: <Time at={answer.receivedAt} zone={props.zone} /> },
        ]}
      />
      {text !== '' && <p class="tuntas-preserve">{text}</p>}
      {files.length > 0 && <FilesOf files={files} hrefOf={props.hrefOf} language={language} />}
    </>
  );
}

/** Files have no names of their own here: they may name people. */
export function FilesOf(props: {
  readonly files: readonly DocumentFile[];
  readonly hrefOf: (file: DocumentFile) => string;
  readonly language: Language;
}) {
  const words = wordsIn(props.language);
  return (
    <AttachmentList
      files={props.files.map((file, index) => ({
        name: words.page.attached(index + 1),
        href: props.hrefOf(file),
        about: `${file.extension.slice(1).toUpperCase()}, ${formatBytes(file.bytes, props.language)}, SHA-256 ${file.sha256.slice(0, 16)}…`,
      }))}
    />
  );
}
