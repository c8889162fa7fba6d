import type { SectionWords } from './words.id.ts';

export const en: SectionWords = {
  save: 'Save',
  saved: 'The section was saved.',
  unchanged: 'Nothing has changed.',
  text: 'Text of the section',
  history: 'History of this section',
  back: 'Back',
  readOnly: 'You may read this section, but not write it at this stage.',
  empty: 'Not written yet.',
  writtenBy: (who) => `Last written by ${who}`,
  loose: (count) =>
    count === 1
      ? 'One text is not merged yet, because it was saved at the same time as another.'
      : `${count} texts are not merged yet, because they were saved at the same time as others.`,
  looseLink: 'Look and merge',
  both: {
    title: 'Somebody else saved this section first',
    lead: (who) =>
      `While you were writing, ${who} saved this section. Your text has been kept too and is not lost, but it is not in force. Merge the two below, then save.`,
    theirs: (who) => `In force now, by ${who}`,
    mine: 'Your text',
    theirsOnly: 'only in the text in force',
    mineOnly: 'only in your text',
    legend: 'Words that stand in one text only are marked.',
    merged: 'The merged text, to be in force',
    mergedHint: 'It begins with your text, the text in force below it. Arrange it as needed.',
    saveMerged: 'Save the merged text',
    keepTheirs: 'Leave the text in force',
  },
  revisions: {
    title: (section) => `History: ${section}`,
    none: 'Nothing has been written in this section yet.',
    revision: (count) => `Text ${count}`,
    inForce: 'In force now',
    aside: 'Set aside, not in force',
    merged: 'Set aside, merged since',
    removed: 'removed',
    added: 'added',
    changes: 'Changes since the text in force before it',
    emptied: 'This section was emptied.',
    merge: 'Merge with the one in force',
  },
  unknownAuthor: 'another officer',
  system: 'the system',
};
