/** What the record says an officer did in a month: the rows a work report rests on. */
import { createHash } from 'node:crypto';
import { agenciesByIds, positionsOf, zoneOfRegion } from '../../../../directory/index.ts';
import { type Day, dayOf, type Moment, type Zone } from '../../../../kernel/time.ts';
import { countDone, type DoneEvent, eventsDone, filesDoneIn } from '../../../../platform/audit/index.ts';
import type { Db, Tx } from '../../../../platform/database/database.ts';
import { type CountedWork, grouped, WORK_FILE_KINDS, type WorkGroup } from '../../../rules/reports/work-groups.ts';
import { officeOfWork, workingOffices } from '../../../rules/reports/work-office.ts';
import type { WorkStatement } from '../../../rules/reports/work-report.ts';
import { officesOfFiles } from '../../../store/reports/files-of-work.ts';

export interface MonthOfWork {
  readonly personId: string;
  /** The report is one office's: of somebody who works at several each counts its own part. */
  readonly officeId: string;
  readonly month: Day;
  /** Of the office: where its months begin and end. */
  readonly zone: Zone;
}

export function zoneOf(office: { readonly regionCode: string | null }): Zone {
  return office.regionCode === null ? 'Asia/Jakarta' : zoneOfRegion(office.regionCode);
}

/** First moment of the month and first moment of the next. */
export function bounds({ month, zone }: Pick<MonthOfWork, 'month' | 'zone'>): { readonly from: Moment; readonly until: Moment } {
  const begin = (day: Day) => day.toZonedDateTime({ timeZone: zone }).toInstant();
  return { from: begin(month), until: begin(month.add({ months: 1 })) };
}

export function isOver(work: Pick<MonthOfWork, 'month' | 'zone'>, now: Moment): boolean {
  return dayOf(now, work.zone).toPlainYearMonth().toString() > work.month.toPlainYearMonth().toString();
}

const doneAnywhere = (work: MonthOfWork) => ({ actor: `person:${work.personId}`, ...bounds(work), kinds: WORK_FILE_KINDS });

/** Looked up file by file only for those who worked at several offices in the month: few do. */
async function doneIn(db: Db | Tx, work: MonthOfWork) {
  const done = doneAnywhere(work);
  const offices = workingOffices(await positionsOf(db as Db, work.personId), work.month);
  if (offices.length < 2) return done;
  const files = await filesDoneIn(db, done);
  const officeIds = await officesOfFiles(db, files);
  const agencies = await agenciesByIds(db, [...new Set(officeIds.values())]);
  const isHere = ({ fileId }: (typeof files)[number]) => {
    const path = agencies.get(officeIds.get(fileId) ?? '')?.path ?? [];
    return officeOfWork(path, offices) === work.officeId;
  };
  return { ...done, fileIds: files.filter(isHere).map(({ fileId }) => fileId) };
}

export async function countedWork(db: Db | Tx, work: MonthOfWork): Promise<readonly CountedWork[]> {
  return grouped(await countDone(db, await doneIn(db, work)));
}

export interface WorkRows {
  readonly rows: readonly DoneEvent[];
  readonly next: { readonly at: string; readonly fileId: string; readonly seq: number } | null;
}

/** The events behind a group's number, the newest first. */
export async function workRows(
  db: Db | Tx,
  work: MonthOfWork,
  group: WorkGroup,
  page: { readonly after: WorkRows['next']; readonly limit: number },
): Promise<WorkRows> {
  const done = await doneIn(db, work);
  const types = grouped(await countDone(db, done)).find((each) => each.group === group)?.types ?? [];
  const found = await eventsDone(db, done, { types, after: page.after, limit: page.limit + 1 });
  const rows = found.slice(0, page.limit);
  const last = rows.at(-1);
  return {
    rows,
    next: found.length > page.limit && last ? { at: last.at.toString(), fileId: last.fileId, seq: last.seq } : null,
  };
}

/** What a step of the report was taken on: said in its history, so that nobody can later have meant something else. */
export function contentOf(counted: readonly CountedWork[], statements: readonly WorkStatement[], remarks: string) {
  const text = JSON.stringify([
    counted.map(({ group, count }) => [group, count]),
    statements.map(({ id, kind, group, on, text: words }) => [id, kind, group, on.toString(), words]),
    remarks,
  ]);
  return {
    recorded: counted.reduce((total, { count }) => total + count, 0),
    statements: statements.length,
    digest: createHash('sha256').update(text).digest('hex'),
  };
}
