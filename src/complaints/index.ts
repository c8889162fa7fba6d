/** The front door of the room: all that other rooms may use. See README.md. */
export { type Filed, type FilingOrder, type FilingRefusal, fileComplaint } from './actions/file-complaint.ts';
export { acceptedFile } from './actions/keep-draft.ts';
export { loadExampleComplaints } from './examples/load-example-complaints.ts';
export { type Clock, isLate, isPaused, isRunning } from './rules/clocks.ts';
export { COMPLAINT_STATUSES, type ComplaintStatus } from './rules/complaint.transitions.ts';
export { type Channel, COMPLAINT_CLASSES, type Complaint, type ComplaintClass, type Outcome } from './rules/complaint.ts';
export { CLASS_LABELS, CLOCK_LABELS, OUTCOME_LABELS, STATUS_LABELS, type Tone } from './rules/labels.ts';
export { likest } from './rules/likeness.ts';
export {
  type Counted,
  type Figure,
  figureOf,
  isMeasureCode,
  MEASURE_CODES,
  MEASURES,
  type Measure,
  type MeasureCode,
  type MeasureGroup,
} from './rules/measures.ts';
export { readReceiptCode, receiptCode, receiptCodeHash, showReceiptCode } from './rules/receipt-code.ts';
export { statusOf } from './rules/status.ts';
export type { TimelineItem } from './rules/timeline.ts';
export { readTrackingNumber, showTrackingNumber, trackingNumber } from './rules/tracking-number.ts';
export { compareWithRecord, type Mismatch } from './store/compare.ts';
export { loadByTrackingNumber, loadComplaint, loadComplaintForUpdate } from './store/complaints.ts';
export { type Figures, figures, figuresByOffice } from './store/figures.ts';
export type { AcceptedFile, ComplaintFile } from './store/files.ts';
export { type ListFilter, type PublicSummary, publicList } from './store/lists.ts';
export {
  type MeasuredAgencies,
  type MeasureRecord,
  type MeasureRow,
  type MeasureScope,
  measured,
  measuredAt,
  measureRecords,
  measureRows,
  readableCases,
  readableNumbers,
} from './store/measures.ts';
export {
  type ComplaintForReview,
  complaintsForReview,
  formsOfStems,
  type Likened,
  likenedComplaint,
  type ReviewLine,
  reviewLines,
  type SimilarComplaint,
  similarTo,
  trackingNumbersOf,
} from './store/reviewing.ts';
export {
  type Attached,
  AttachmentsOf,
  attachAs,
  detach,
  NOTHING_ATTACHED,
  onlyMovesFiles,
  reattach,
  type Writer,
} from './web/attachments.tsx';
export { similarComplaintLines } from './web/desk/similar.tsx';
export { dropReceipt, keepReceipt, type ReceiptCookie, receiptSecrets } from './web/filing/receipt/receipt-cookie.ts';
export { digitsOf } from './web/follow/entry-page.tsx';
export { type Opened as OwnComplaint, onOwn as onOwnComplaint, PRIVATE, privately } from './web/follow/opened.ts';
export { forget, keepOpen, openComplaints } from './web/follow/session.ts';
export type { FollowSlot } from './web/follow/slot.ts';
export { PublicLines, type Reading } from './web/public/lines.tsx';
export { aboutFile, downloadName } from './web/telling/file-names.ts';
export { type LoadedFile, loadFile } from './web/telling/load-file.ts';
export { namesFor } from './web/telling/names.ts';
export { timelineItems } from './web/telling/timeline.tsx';
