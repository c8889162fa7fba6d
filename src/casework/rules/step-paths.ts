/** Which page of a case takes which step: the address below `/desk/cases/:id`. */
import type { CaseAction } from './case.transitions.ts';

const PATHS: Readonly<Record<CaseAction, string>> = {
  'ask-completion': '/checks',
  complete: '/checks',
  'lapse-completion': '',
  'pass-formal': '/checks',
  'submit-to-plenary': '/checks',
  'decide-examine': '/plenary',
  'decide-refuse': '/plenary',
  'decide-close': '/plenary',
  'decide-recommend': '/plenary',
  postpone: '/plenary',
  assign: '/team',
  transfer: '/team',
  'finish-examination': '/examination',
  'back-to-examination': '/findings',
  'issue-found': '/findings',
  'issue-not-found': '/findings',
  'issue-ended': '/findings',
  're-examine': '/findings',
  'lapse-comment': '',
  'hand-to-resolution': '/resolution',
  'return-file': '/resolution',
  'close-corrected': '/close',
  'close-settled': '/close',
  'propose-recommendation': '/resolution',
  'sign-recommendation': '/recommendation',
  'carried-out': '/recommendation',
  'carried-out-partly': '/recommendation',
  'not-carried-out': '/recommendation',
  'conclude-partly': '/close',
  'conclude-not': '/close',
  'solve-rapidly': '/close',
  'make-regular': '/close',
  advise: '/close',
  note: '/close',
  convert: '/convert',
  withdraw: '',
  revive: '/checks',
  reopen: '/close',
};

export function stepPath(action: CaseAction): string {
  return PATHS[action];
}
