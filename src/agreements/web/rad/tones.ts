import type { Tone } from '../../../design/index.ts';
import type { AskedState } from '../../rules/rad/collection.ts';
import type { EvaluationState } from '../../rules/rad/evaluation.ts';
import type { RadState } from '../../rules/rad/rad.transitions.ts';
import type { TemplateState } from '../../rules/rad/template.ts';

export const RAD_TONES: Readonly<Record<RadState, Tone>> = {
  drafting: 'neutral',
  'with-province': 'info',
  'with-ministry': 'info',
  returned: 'warning',
  accepted: 'accent',
  adopted: 'success',
  dropped: 'neutral',
};

export const ASKED_TONES: Readonly<Record<AskedState, Tone>> = {
  excused: 'neutral',
  'not-begun': 'neutral',
  drafting: 'neutral',
  'handed-in': 'info',
  returned: 'warning',
  accepted: 'accent',
  adopted: 'success',
};

export const EVALUATION_TONES: Readonly<Record<EvaluationState, Tone>> = {
  'with-government': 'info',
  answered: 'accent',
  published: 'success',
  withdrawn: 'neutral',
};

export const TEMPLATE_TONES: Readonly<Record<TemplateState, Tone>> = {
  draft: 'neutral',
  published: 'success',
  retired: 'neutral',
};
