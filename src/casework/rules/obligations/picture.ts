/** The life of an obligation as a picture for the room's README; a test holds the two together. */
import { statePicture } from '../../../kernel/state-picture.ts';
import { OBLIGATION_TRANSITIONS } from './obligation.transitions.ts';

export function obligationPicture(): string {
  return statePicture(OBLIGATION_TRANSITIONS);
}
