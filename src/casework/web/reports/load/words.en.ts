import type { LoadWords } from './words.id.ts';

export const en: LoadWords = {
  title: 'Load and age of reports',
  ofOffice: (office) => `Load of ${office}`,
  lead: 'Reports that are open now: who works on them, at which stage, and for how long. Every number can be opened.',
  office: 'Office',
  below: 'With the offices below it',
  open: 'Open',
  overdue: 'Overdue',
  unassigned: 'Nobody leads them yet',
  oldest: 'More than 180 days',
  ages: 'Age since they were received',
  age: {
    '0-30': '0\u201330 days',
    '31-60': '31\u201360 days',
    '61-89': '61\u201389 days',
    '90-180': '90\u2013180 days',
    '181': 'More than 180 days',
  },
  byOfficer: 'By officer',
  byOfficerAndStage: 'By officer, at which stage',
  byStage: 'By stage',
  columns: { officer: 'Officer', stage: 'Stage', all: 'All', overdue: 'Overdue' },
  nobody: 'Nobody leads it yet',
  unknownPerson: 'Officer',
  empty: 'There is no open report at this office.',
  counted:
    'Who leads is the lead examiner; in resolution the resolution officer, before an examination the verifier. Age is in calendar days since registration. Overdue: a running deadline has passed.',
  rows: {
    title: 'Open reports',
    back: 'Back to the load',
    count: (count) => `${count} reports counted.`,
    hidden: (count) => `${count} of them are not shown to you, for a conflict of interest or your position.`,
    columns: { number: 'Number', title: 'About', stage: 'Stage', days: 'Age (days)', due: 'Next deadline' },
    empty: 'There are no reports to show',
    late: 'passed',
  },
};
