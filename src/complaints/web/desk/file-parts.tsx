/** Each office's part: where it stands, how often it was handed on, and what this officer can do with it. */
import { SummaryList, Time } from '../../../design/index.ts';
import type { Part } from '../../rules/complaint.ts';
import { PART_STATE_LABELS } from '../../rules/labels.ts';
import { PartSteps } from './next-steps.tsx';
import type { Telling } from './telling.ts';

export function Parts({ at }: { at: Telling }) {
  const { complaint, words } = at;
  if (complaint.parts.length === 0) return null;
  return (
    <section>
      <h2>{words.partsHeading}</h2>
      {complaint.parts.length > 1 && <p>{words.partsLead}</p>}
      {complaint.parts.map((part) => (
        <OnePart at={at} part={part} />
      ))}
    </section>
  );
}

function OnePart({ at, part }: { at: Telling; part: Part }) {
  const { complaint, words, language, names } = at;
  return (
    <div id={`part-${part.id}`}>
      <SummaryList
        title={names.agency(part.agencyId)}
        rows={[
          { key: words.statusFilter, value: PART_STATE_LABELS[part.state][language] },
          { key: words.governmentKey, value: names.agency(part.governmentId) },
          { key: words.receivedKey, value: <Time at={part.receivedAt} zone={complaint.zone} /> },
          { key: words.hopsKey, value: words.hops(part.hops) },
          part.state === 'returned' && { key: words.returnedToKey, value: names.agency(part.returnToAgencyId) },
          part.firstFollowUpAt && {
            key: words.firstFollowUpKey,
            value: <Time at={part.firstFollowUpAt} zone={complaint.zone} />,
          },
          part.binding && { key: words.bindingKey, value: words.bindingMeaning },
        ]}
      />
      <PartSteps opened={at} part={part} office={names.agency(part.agencyId)} />
    </div>
  );
}
