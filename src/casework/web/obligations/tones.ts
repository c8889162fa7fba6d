import type { Tone } from '../../../design/index.ts';
import type { Standing } from '../../rules/obligations/compliance.ts';
import type { ObligationState } from '../../rules/obligations/obligation.transitions.ts';

export const STATE_TONES: Readonly<Record<ObligationState, Tone>> = {
  issued: 'warning',
  received: 'info',
  'in-progress': 'info',
  reported: 'accent',
  'carried-out': 'success',
  partly: 'warning',
  'not-carried-out': 'danger',
  withdrawn: 'neutral',
};

export const STANDING_TONES: Readonly<Record<Standing, Tone>> = {
  done: 'success',
  'done-late': 'success',
  partly: 'warning',
  'not-done': 'danger',
  overdue: 'danger',
  waiting: 'accent',
  running: 'info',
  withdrawn: 'neutral',
};
