/** The stages of a case as a picture for the room's README; a test holds the two together. Taking a report back is left out: it leads from everywhere to closed. */
import { statePicture } from '../../kernel/state-picture.ts';
import { CASE_TRANSITIONS } from './case.transitions.ts';

export function casePicture(): string {
  const lines = CASE_TRANSITIONS.filter((line) => line.action !== 'withdraw').flatMap((line) =>
    line.to === 'resume'
      ? [
          { ...line, to: 'formal' },
          { ...line, to: 'material' },
        ]
      : [line],
  );
  return statePicture(lines);
}
