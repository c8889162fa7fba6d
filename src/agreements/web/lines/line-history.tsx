/** Everything that happened to a line, the newest first: reports with their evidence and the answer to them, delays, changes with what was before. */
import type { Child } from 'hono/jsx';
import { AttachmentList, formatBytes, formatDay, Table, Tag, Time, Timeline, type TimelineItem } from '../../../design/index.ts';
import { peopleByIds } from '../../../directory/index.ts';
import { type Moment, Temporal } from '../../../kernel/time.ts';
import { LINE_FIELDS, type LineField } from '../../rules/lines/changed-fields.ts';
import { type AgreementFile, filesOfParts } from '../../store/files.ts';
import { changesOf, type LineChange } from '../../store/lines/changes.ts';
import { shiftsOf, type Update, updatesOf } from '../../store/lines/updates.ts';
import { filePath } from '../files/download.ts';
import { amountText } from './amounts.ts';
import type { OpenedLine } from './opened-line.ts';
import { showField } from './show-field.ts';

interface Dated {
  readonly at: Moment;
  readonly item: TimelineItem;
}

export async function LineHistory(opened: OpenedLine): Promise<Child> {
  const { tools, agreement, line, words } = opened;
  const [updates, shifts, changes, own] = await Promise.all([
    updatesOf(tools.db, agreement.id, line.id),
    shiftsOf(tools.db, agreement.id, line.id),
    changesOf(tools.db, agreement.id, line.id),
    filesOfParts(tools.db, agreement.id, [line.id]),
  ]);
  const files = await filesOfParts(
    tools.db,
    agreement.id,
    updates.map(({ id }) => id),
  );
  const names = await authorsOf(opened, [
    ...updates.flatMap(({ author, judgedBy }) => [author, judgedBy]),
    ...[...shifts, ...changes].map(({ author }) => author),
  ]);
  const items: Dated[] = [
    ...updates.map((update) => ({ at: update.at, item: reportItem(opened, update, files, names) })),
    ...shifts.map((shift) => ({
      at: shift.at,
      item: {
        title: words.history.shifted(formatDay(shift.fromDay, opened.language), formatDay(shift.toDay, opened.language)),
        by: names(shift.author),
        when: <Time at={shift.at} zone={agreement.zone} />,
        body: <p class="tuntas-preserve">{shift.reason}</p>,
      },
    })),
    ...(await Promise.all(changes.map(async (change) => ({ at: change.at, item: await changeItem(opened, change, names) })))),
  ];
  const newest = items.toSorted((a, b) => Temporal.Instant.compare(b.at, a.at)).map(({ item }) => item);
  return (
    <div id="history">
      {own.length > 0 && <Attachments opened={opened} files={own} />}
      {newest.length === 0 ? <p>{words.line.noHistory}</p> : <Timeline items={newest} />}
    </div>
  );
}

type NameOf = (reference: string | null) => string;

async function authorsOf({ tools, words }: OpenedLine, references: readonly (string | null)[]): Promise<NameOf> {
  const ids = references.flatMap((reference) => (reference?.startsWith('person:') ? [reference.slice('person:'.length)] : []));
  const people = await peopleByIds(tools.db, ids);
  return (reference) => people.get(reference?.slice('person:'.length) ?? '')?.name ?? words.history.system;
}

const TONES = { confirmed: 'success', returned: 'warning', withdrawn: 'neutral', reported: 'info' } as const;

function reportItem(opened: OpenedLine, update: Update, files: readonly AgreementFile[], names: NameOf): TimelineItem {
  const { line, words, language, agreement } = opened;
  const w = words.history;
  const amount = amountText(line, update.achieved, language);
  const day = formatDay(update.asOf, language);
  const own = files.filter(({ partId }) => partId === update.id);
  const state = { confirmed: w.confirmed, returned: w.returned, withdrawn: w.withdrawn, reported: w.waiting }[update.state];
  return {
    title: update.isLast ? w.reportedLast(amount, day) : w.reported(amount, day),
    by: names(update.author),
    when: <Time at={update.at} zone={agreement.zone} />,
    ...(update.state === 'confirmed'
      ? { tone: 'done' as const }
      : update.state === 'reported'
        ? { tone: 'current' as const }
        : {}),
    body: (
      <>
        <p class="tuntas-preserve">{update.text}</p>
        {update.shortfall !== '' && (
          <p class="tuntas-preserve">
            {w.shortfall} {update.shortfall}
          </p>
        )}
        {own.length > 0 && <Attachments opened={opened} files={own} />}
        <p>
          <Tag tone={TONES[update.state]}>{state}</Tag>
          {update.judgedAt && update.state !== 'withdrawn' && (
            <>
              {' '}
              {names(update.judgedBy)}, <Time at={update.judgedAt} zone={agreement.zone} />
            </>
          )}
        </p>
        {update.judgedText && <p class="tuntas-preserve">{update.judgedText}</p>}
      </>
    ),
  };
}

function Attachments({ opened, files }: { readonly opened: OpenedLine; readonly files: readonly AgreementFile[] }) {
  const { agreement, words, language } = opened;
  return (
    <AttachmentList
      files={files.map((file, index) => {
        const href = filePath(agreement, file);
        const about = [file.extension.slice(1).toUpperCase(), formatBytes(file.size, language)];
        return {
          name: words.history.file(index + 1),
          href,
          about: [...about, ...(file.isPublic ? [words.history.public] : [])].join(', '),
          ...(file.thumbnailKey ? { thumbnail: { src: `${href}?view=thumbnail`, alt: '' } } : {}),
        };
      })}
    />
  );
}

async function changeItem(opened: OpenedLine, change: LineChange, names: NameOf): Promise<TimelineItem> {
  const { words, language, agreement } = opened;
  const fields = Object.keys(change.after).filter((field): field is LineField => Object.hasOwn(LINE_FIELDS, field));
  const rows = await Promise.all(
    fields.map(async (field) => [
      LINE_FIELDS[field][language],
      await showField(opened, field, change.before[field] ?? null),
      await showField(opened, field, change.after[field] ?? null),
    ]),
  );
  return {
    title: words.history.changed,
    by: names(change.author),
    when: <Time at={change.at} zone={agreement.zone} />,
    body: (
      <>
        {change.reason !== '' && <p class="tuntas-preserve">{change.reason}</p>}
        <Table
          id={`change-${change.id}`}
          caption={words.history.changed}
          captionSize="hidden"
          columns={[{ label: words.history.changed }, { label: words.history.from }, { label: words.history.to }]}
          rows={rows}
        />
      </>
    ),
  };
}
