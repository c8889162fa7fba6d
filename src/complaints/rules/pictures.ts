/** The transition tables as pictures for the room's README; a test holds the two together. */
import { statePicture } from '../../kernel/state-picture.ts';
import { DESK_TRANSITIONS, PART_TRANSITIONS } from './complaint.transitions.ts';

export const deskPicture = (): string => statePicture(DESK_TRANSITIONS);
export const partPicture = (): string => statePicture(PART_TRANSITIONS);
