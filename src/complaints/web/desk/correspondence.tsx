/** What was written on a complaint, oldest first. Internal notes look different from everything the complainant or the public may read. */
import { Message, Time } from '../../../design/index.ts';
import type { RecordedEntry, TimelineItem } from '../../rules/timeline.ts';
import { FileList } from '../telling/files.tsx';
import type { LoadedFile } from '../telling/load-file.ts';
import type { Names } from '../telling/names.ts';
import type { Opened } from './opened.tsx';

type Written = TimelineItem & { readonly entry: RecordedEntry };

export function Correspondence(props: { opened: Opened; file: LoadedFile; names: Names }) {
  const { opened, file, names } = props;
  const { words } = opened;
  const written = file.timeline.filter((item): item is Written => item.entry !== null);
  return (
    <section id="correspondence">
      <h2>{words.correspondence}</h2>
      {written.length === 0 && <p>{words.nothingWritten}</p>}
      {written.map((item) => (
        <One item={item} opened={opened} file={file} names={names} />
      ))}
    </section>
  );
}

function One({ item, opened, file, names }: { item: Written; opened: Opened; file: LoadedFile; names: Names }) {
  const { words, complaint, language, path } = opened;
  const { entry } = item;
  const isComplainants = entry.agencyId === null;
  const kind = entry.audience === 'internal' ? 'internal' : isComplainants ? 'complainant' : 'public';
  const who = isComplainants ? words.theComplainant : names.agency(entry.agencyId);
  const files = file.files.filter((each) => each.entryId === entry.id);
  return (
    <Message
      kind={kind}
      from={`${who} · ${words.entryKinds[entry.kind]}`}
      when={
        <>
          <Time at={item.at} zone={complaint.zone} />
          {entry.audience !== 'internal' && <> · {words.readBy[entry.audience]}</>}
        </>
      }
    >
      <p>{entry.text}</p>
      <FileList files={files} among={file.files} base={`${path}/files`} language={language} />
    </Message>
  );
}
