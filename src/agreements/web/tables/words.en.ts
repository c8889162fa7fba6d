import type { TableWords } from './words.id.ts';

const rows = (count: number) => (count === 1 ? '1 row' : `${count} rows`);
const lines = (count: number) => (count === 1 ? '1 line' : `${count} lines`);

export const en: TableWords = {
  title: 'The work plan as a table',
  lead: 'Download the plan as a table, fill it in on your computer without the internet, and upload it again. Before anything is kept every difference is shown, and you choose.',
  download: 'Download',
  downloadXlsx: 'Download XLSX',
  downloadAbout: (count) =>
    `${count === 0 ? 'No lines yet; an empty table to fill in' : lines(count)}, with a sheet of instructions and lists to choose from in the cells.`,
  downloadCsv: 'CSV with English headings',
  otherXlsx: 'XLSX with Indonesian headings',
  otherCsv: 'CSV with Indonesian headings',
  otherWays: 'Other forms',
  upload: 'Upload',
  uploadFile: 'The table, filled in',
  uploadHint: (megabytes) =>
    `XLSX or CSV, at most ${megabytes} MB, without a password. Uploading changes nothing yet; an upload waits for you for 30 days.`,
  uploadButton: 'See the differences',
  onlyReports:
    'You can report progress of the lines your office is responsible for. What the lines say is changed by those who prepare the agreement.',
  noUpload: 'Your position may download this table, but neither change the plan nor report progress in it.',
  yours: 'Your unfinished uploads',
  others: (count) =>
    `${count === 1 ? 'One upload' : `${count} uploads`} of this plan by other people ${count === 1 ? 'is' : 'are'} unfinished too. Where the same cell is changed you will see both.`,
  recent: 'Finished uploads',
  received: 'Uploaded',
  ended: 'Finished',
  by: 'By',
  what: 'What came of it',
  formerOfficer: 'an officer no longer on file',
  rowsIn: rows,
  outcome: { accepted: 'Accepted', discarded: 'The rest discarded', open: 'Waiting' },
  counted: (changed, added, reported) =>
    [
      changed > 0 ? `${lines(changed)} changed` : '',
      added > 0 ? `${lines(added)} added` : '',
      reported > 0 ? (reported === 1 ? '1 report of progress' : `${reported} reports of progress`) : '',
    ]
      .filter((part) => part !== '')
      .join(', ') || 'nothing changed',
  differences: 'Differences',
  toTables: 'Back to the tables of the plan',
  toPlan: 'Work plan',
  uploadedAt: 'Uploaded',
  original: 'Download your file as you uploaded it',
  marked: 'Download what is to be mended, with a note at each cell (XLSX)',
  views: 'Show',
  view: { all: 'All differences', ready: 'Ready to accept', conflicts: 'Conflicts', wrong: 'To be mended' },
  nothing: 'No differences',
  nothingWhy: 'Everything in the file is as the plan says now. There is nothing to accept.',
  nothingHere: 'There are no rows in this view.',
  same: (count) => `${rows(count)} of the file ${count === 1 ? 'says' : 'say'} what the plan says now.`,
  added: (count) => `${rows(count)} ${count === 1 ? 'was' : 'were'} added by an upload of the same file already.`,
  untouched: (count) =>
    count === 1
      ? '1 line of the plan is not in the file and stays as it is.'
      : `${lines(count)} of the plan are not in the file and stay as they are.`,
  ignored: (headings) => `Columns that are not known and were not read: ${headings}.`,
  acceptAll: (count) => `Accept everything that is ready (${rows(count)})`,
  acceptAllWhy: 'Conflicts, wrong cells and likely doubles wait for your decision.',
  acceptChosen: 'Accept what is ticked',
  reason: 'Reason for the change',
  reasonHint: 'The agreement is signed: changing what a line says needs a reason. Used for rows that give none in the file.',
  rowTitle: (row, line, activity) =>
    line === null ? `New line: ${activity || `row ${row} of the file`}` : `Line ${line}: ${activity}`,
  inFile: (row) => `row ${row} of the file`,
  changes: 'What changes',
  rowReason: (reason) => `Reason in the file: ${reason}`,
  empty: '(empty)',
  fromTo: { from: 'was', to: 'becomes' },
  newLine: 'New line',
  add: 'Add this line',
  addAnyway: 'Add it as a line of its own all the same',
  twinOf: (line) => `See line ${line}`,
  conflict: (column) => `${column}: somebody else changed it too`,
  conflictHint: (before) =>
    before === null ? 'What it said when downloaded is not known: the line key is old or missing.' : `When downloaded: ${before}`,
  takeFile: (value) => `The file: ${value}`,
  takeNow: (value) => `Now: ${value}`,
  wrong: 'To be mended in the file',
  wrongCell: (typed) => `in the file: ${typed}`,
  about: (column) => `at ${column}: `,
  report: 'Send the report of progress',
  reportOf: (achieved, unit, on) => `${achieved}${unit === '' ? '' : ` ${unit}`} as of ${on}`,
  reportPercent: 'per cent',
  reportLast: 'the last report',
  discard: 'Discard the rest',
  discardTitle: 'Not using the rest',
  discardWhy: 'What you accepted stays. The file, and the differences you did not accept, are deleted.',
  discarded: 'The rest of the upload was discarded. What you accepted stays.',
  accepted: (what) => `Kept: ${what}.`,
  keptNow: (count) => `In ${count === 1 ? '1 cell' : `${count} cells`} what the plan says now was kept.`,
  finished: 'There are no differences left; the upload is finished.',
  refusedRows: (numbers) =>
    `Not kept yet, because the plan changed just before or something is wrong: row ${numbers} of the file. See below how they stand.`,
  closed: 'This upload is finished',
  next: 'Next rows',
  previous: 'Previous rows',
  shown: (from, to, of) => `Rows ${from} to ${to} of ${of}`,
};
