/** The stages as a picture for the room's README; a test holds the two together. */
import { statePicture } from '../../kernel/state-picture.ts';
import { STAGE_TRANSITIONS } from './assessment.transitions.ts';

export const stagePicture = (): string => statePicture(STAGE_TRANSITIONS);
