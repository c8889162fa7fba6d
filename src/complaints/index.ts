/** The front door of the room: all that other rooms may use. See README.md. */
export { type Filed, type FilingOrder, type FilingRefusal, fileComplaint } from './actions/file-complaint.ts';
export { loadExampleComplaints } from './examples/load-example-complaints.ts';
export { COMPLAINT_STATUSES, type ComplaintStatus } from './rules/complaint.transitions.ts';
export { type Channel, COMPLAINT_CLASSES, type Complaint, type ComplaintClass, type Outcome } from './rules/complaint.ts';
export { CLASS_LABELS, OUTCOME_LABELS, STATUS_LABELS, type Tone } from './rules/labels.ts';
export { readTrackingNumber, showTrackingNumber } from './rules/tracking-number.ts';
export { compareWithRecord, type Mismatch } from './store/compare.ts';
export { type Figures, figures } from './store/figures.ts';
export { type ListFilter, type PublicSummary, publicList } from './store/lists.ts';
export { PublicLines, type Reading } from './web/public/lines.tsx';
export { namesFor } from './web/telling/names.ts';
