/** How a complaint stands, in one tag and one sentence. A closed one always says how it ended: "closed" alone would read as "solved". */
import { StatusTag } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { ComplaintStatus } from '../../rules/complaint.transitions.ts';
import type { Outcome } from '../../rules/complaint.ts';
import { OUTCOME_LABELS, STATUS_LABELS } from '../../rules/labels.ts';
import { showTrackingNumber } from '../../rules/tracking-number.ts';

interface Standing {
  readonly status: ComplaintStatus;
  readonly outcome: Outcome | null;
}

const labelOf = ({ status, outcome }: Standing) =>
  status === 'closed' && outcome ? OUTCOME_LABELS[outcome] : STATUS_LABELS[status];

export function standingLabel(standing: Standing, language: Language): string {
  return labelOf(standing)[language];
}

export function standingMeaning(standing: Standing, language: Language): string {
  return labelOf(standing).meaning[language];
}

/** "Pengaduan 123-456-7890" above a heading; the number is not broken over two lines. */
export function NumberCaption(props: { text: string; trackingNumber: string }) {
  return (
    <>
      {props.text} <span class="tuntas-number">{showTrackingNumber(props.trackingNumber)}</span>
    </>
  );
}

export function StandingTag(props: { standing: Standing; language: Language }) {
  const label = labelOf(props.standing);
  return <StatusTag label={label[props.language]} tone={label.tone} />;
}
