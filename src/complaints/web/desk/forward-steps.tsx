/** Steps of forwarding: to offices, on within the government, back with a reason, elsewhere, or excused. */
import { TextArea } from '../../../design/index.ts';
import { positionsWith } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/result.ts';
import { excusePart, forwardComplaint, passOnPart, redirectPart, returnComplaintPart } from '../../actions/forward-complaint.ts';
import { TEXT_LIMIT } from '../../rules/guards.ts';
import { guardOfDesk, guardOfPart } from './allowed.ts';
import { OfficeChooser, officeChoices } from './office-chooser.tsx';
import type { At, Step } from './step.tsx';

/** The government this officer may choose in: one's own, except for the national desk, which chooses in the whole country. */
function within({ actor, complaint, nationalDeskId, part }: At): string | null {
  const desk = part?.returnToAgencyId ?? complaint.deskAgencyId;
  const position = positionsWith(actor, 'complaint.forward').find((each) => each.agencyId === desk);
  return position && position.agencyId !== nationalDeskId ? position.governmentId : null;
}

const NOTE = (at: At) => (
  <TextArea
    name="note"
    label={at.words.forwardNote}
    hint={at.words.forwardNoteHint}
    value={at.typed('note')}
    maxCharacters={TEXT_LIMIT}
    rows={4}
    optional
  />
);

const isLookUp: NonNullable<Step['isLookUp']> = (form) => form.has('find');
const FIELDS = { 'complaint.text-too-long': 'note', otherwise: 'office' } as const;

export const forwardStep: Step = {
  name: 'forward',
  scope: 'complaint',
  guard: guardOfDesk('forward'),
  fields: FIELDS,
  isLookUp,
  render: async (at) => (
    <>
      <OfficeChooser at={at} chooser={await officeChoices(at, within(at), true)} several />
      {NOTE(at)}
    </>
  ),
  async send(at, target) {
    const agencyIds = at.chosen('office');
    // More than any complaint needs: a longer list is a mistake or an attack.
    if (agencyIds.length > 20 || !agencyIds.every(isUuid)) return refuse('complaint.office-unknown');
    return forwardComplaint(at.tools, at.actor, target, { agencyIds, note: at.typed('note') });
  },
};

function handing(name: 'pass-on' | 'redirect', send: typeof passOnPart): Step {
  return {
    name,
    scope: 'part',
    guard: guardOfPart(name),
    fields: FIELDS,
    isLookUp,
    render: async (at) => {
      const government = name === 'pass-on' ? (at.part?.governmentId ?? null) : within(at);
      return (
        <>
          <OfficeChooser at={at} chooser={await officeChoices(at, government, false)} several={false} />
          {NOTE(at)}
        </>
      );
    },
    async send(at, target) {
      const agencyId = at.typed('office');
      if (agencyId === '') return refuse('complaint.no-office');
      if (!isUuid(agencyId)) return refuse('complaint.office-unknown');
      return send(at.tools, at.actor, target, { partId: at.part?.id ?? '', agencyId, note: at.typed('note') });
    },
  };
}

export const passOnStep = handing('pass-on', passOnPart);
export const redirectStep = handing('redirect', redirectPart);

function givingUp(name: 'return' | 'excuse', send: typeof returnComplaintPart): Step {
  return {
    name,
    scope: 'part',
    guard: guardOfPart(name),
    fields: { otherwise: 'reason' },
    render: (at) => (
      <TextArea
        name="reason"
        label={at.words.reasonLabel}
        hint={at.words.reasonHints[name]}
        value={at.typed('reason')}
        maxCharacters={TEXT_LIMIT}
      />
    ),
    send: (at, target) => send(at.tools, at.actor, target, { partId: at.part?.id ?? '', reason: at.typed('reason') }),
  };
}

export const returnStep = givingUp('return', returnComplaintPart);
export const excuseStep = givingUp('excuse', excusePart);
