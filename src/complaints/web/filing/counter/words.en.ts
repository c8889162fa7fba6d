import type { VisitWords } from './words.id.ts';

export const en: VisitWords = {
  title: 'Visits for information only',
  lead: 'Count people who came, called or wrote only to ask something. Nothing is written down about them but their number.',
  toFiling: 'File for a complainant',
  office: 'Office',
  channel: 'How did they come?',
  channelMissing: 'Choose how they came.',
  officeUnknown: 'You do not work at that office. Choose another.',
  add: 'Add one visit',
  added: 'One visit was added.',
  takeBack: 'Take back the last one',
  takenBack: 'The last visit you counted today was taken back.',
  nothingToTakeBack: 'There is no visit of today that you counted and could take back.',
  list: (office) => `Numbers per day: ${office}`,
  day: 'Day',
  total: 'Total',
  none: 'No visit has been counted yet.',
  show: 'Show',
  tooOften: 'Too many in a short time. Wait a moment and try again.',
};
