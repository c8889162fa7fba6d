/**
 * Each stage's deadline: a parameter of the law, or an explicit "none by law". A stage without a line does not compile; a test walks
 * every path and looks that the clock runs.
 */
import type { Label } from '../../kernel/language.ts';
import type { ParameterRule } from '../../law/index.ts';
import type { Stage } from './case.transitions.ts';
import type { AccessKind } from './case.ts';

export type StageDeadline = { readonly rule: ParameterRule } | { readonly none: Label };

export const STAGE_DEADLINES: Readonly<Record<Stage, StageDeadline>> = {
  formal: { rule: 'case.formal' },
  completing: { rule: 'case.complete' },
  material: { rule: 'case.material' },
  plenary: { rule: 'case.plenary' },
  assignment: { rule: 'case.assign' },
  examination: { rule: 'case.examine' },
  reporting: { rule: 'case.report' },
  comment: { rule: 'case.comment' },
  // Counted from the receipt of the LHP: the clock begins at issue and is begun anew when the receipt is known.
  monitoring: { rule: 'case.corrective' },
  resolution: { rule: 'case.resolution' },
  recommending: { rule: 'case.recommend' },
  recommendation: { rule: 'case.recommendation-monitor' },
  'further-steps': { rule: 'case.further-steps' },
  rapid: { rule: 'case.rapid' },
  consultation: { rule: 'case.consultation' },
  noted: { rule: 'case.noted' },
  closed: { none: { id: 'Tidak ada tenggat menurut peraturan: perkara sudah ditutup.', en: 'None by law: the case is closed.' } },
};

/** Where a case of each access kind begins. */
export const FIRST_STAGE: Readonly<Record<AccessKind, Stage>> = {
  LM: 'formal',
  RCO: 'rapid',
  // The plenary decides whether an own-initiative investigation is opened (PO 38/2019).
  IAPS: 'plenary',
  KNL: 'consultation',
  COPY: 'noted',
};
