/** The examination plan: which sections it has. They are written by `saveSection` (document `plan`). */
export const PLAN_DOCUMENT = 'plan';
export const PLAN_SECTIONS = ['issue', 'standards', 'questions', 'methods', 'schedule'] as const;

/** The analysis of an allegation is a section too: document `analysis`, section = the allegation's id. */
export const ANALYSIS_DOCUMENT = 'analysis';
