/** `/desk/plenaries/:id`: one meeting: members and attendance, agenda, the steps of the meeting, its minutes. */
import { seeOther } from '../../../design/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import type { Form as SentForm } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import type { PlenaryOutcome, PlenaryTarget } from '../../actions/verification/on-plenary.ts';
import { cancelPlenary, closePlenary, openPlenary } from '../../actions/verification/plan-plenary.ts';
import { addToAgenda, moveOnAgenda, recordPresence, removeFromAgenda } from '../../actions/verification/plenary-agenda.ts';
import { endPlenary, writeMinutes } from '../../actions/verification/plenary-minutes.ts';
import { mayLead } from '../../rules/verification/plenary-permissions.ts';
import { viewOf } from '../../rules/visibility.ts';
import { loadCase } from '../../store/cases.ts';
import { membersOf } from '../../store/verification/plenaries.ts';
import { itemsOf } from '../../store/verification/plenary-items.ts';
import { versionOf } from '../opened.tsx';
import { PlenaryAgenda, type ShownItem } from './plenary-agenda.tsx';
import { ONE_PLENARY, type OpenedPlenary, onPlenaryPage, plenaryPage } from './plenary-frame.tsx';
import { PlenaryMembers } from './plenary-members.tsx';
import { PlenaryFacts, PlenarySteps } from './plenary-steps.tsx';
import { type Refused, refused } from './refused.ts';

type Step = (opened: OpenedPlenary, target: PlenaryTarget, form: SentForm) => PlenaryOutcome;

export function mountPlenary(app: WebRoutes): void {
  app.get(
    ONE_PLENARY,
    onPlenaryPage((opened) => meetingPage(opened)),
  );
  const step = (name: string, field: string, take: Step, done: (opened: OpenedPlenary) => string | undefined) =>
    app.post(
      `${ONE_PLENARY}/${name}`,
      onPlenaryPage(async (opened) => {
        const { c, plenary, path, language } = opened;
        const form = readForm(c);
        const outcome = await take(opened, { plenaryId: plenary.id, version: versionOf(form.text('version')) }, form);
        if (outcome.ok) return seeOther(c, path, done(opened));
        if (outcome.refusal === 'case.absent') return c.notFound();
        return meetingPage(opened, refused(outcome.refusal, language, field), form.text('reason'));
      }),
    );
  step(
    'open',
    'open',
    ({ tools, actor }, target) => openPlenary(tools, actor, target),
    ({ words }) => words.plenary.opened,
  );
  step(
    'attendance',
    'present',
    ({ tools, actor }, target, form) => recordPresence(tools, actor, target, form.all('present')),
    ({ words }) => words.plenary.attendanceSaved,
  );
  step(
    'agenda',
    'agenda',
    ({ tools, actor }, target, form) => addToAgenda(tools, actor, target, form.text('case')),
    ({ words }) => words.plenary.added,
  );
  step(
    'agenda/remove',
    'agenda',
    ({ tools, actor }, target, form) => removeFromAgenda(tools, actor, target, form.text('case')),
    ({ words }) => words.plenary.removed,
  );
  step(
    'agenda/up',
    'agenda',
    ({ tools, actor }, target, form) => moveOnAgenda(tools, actor, target, form.text('case')),
    () => undefined,
  );
  step(
    'close',
    'close',
    ({ tools, actor }, target) => closePlenary(tools, actor, target),
    ({ words }) => words.plenary.closed,
  );
  step(
    'minutes',
    'minutes',
    ({ tools, actor }, target) => writeMinutes(tools, actor, target),
    ({ words }) => words.plenary.minutesMade,
  );
  step(
    'end',
    'end',
    ({ tools, actor }, target) => endPlenary(tools, actor, target),
    ({ words }) => words.plenary.ended,
  );
  step(
    'cancel',
    'reason',
    ({ tools, actor }, target, form) => cancelPlenary(tools, actor, target, form.text('reason')),
    ({ words }) => words.plenary.cancelled,
  );
}

async function meetingPage(opened: OpenedPlenary, answer?: Refused, typedReason = ''): Promise<Response> {
  const { tools, actor, plenary, number, words } = opened;
  const leads = mayLead(actor, plenary);
  const [members, items] = [await membersOf(tools.db, plenary.id), await itemsOf(tools.db, plenary.id)];
  const isCounted = plenary.state !== 'open' || members.every((each) => each.isPresent !== null);
  const shown: ShownItem[] = [];
  for (const item of items) {
    const file = await loadCase(tools.db, item.caseId);
    const isSeen = file && viewOf(file, actor) === 'officer' && !item.excludedPersonIds.includes(actor.personId);
    shown.push({ item, file: isSeen ? file : null });
  }
  return plenaryPage(
    opened,
    words.plenaries.meeting(number),
    <>
      <p>{words.plenary.closedMeeting}</p>
      <PlenaryFacts opened={opened} members={members} />
      <PlenarySteps opened={opened} leads={leads} items={items} typedReason={typedReason} />
      {/* Attendance comes first as long as it is not recorded: without it nothing is decided. */}
      {isCounted ? (
        <>
          <PlenaryAgenda opened={opened} leads={leads} items={shown} />
          <PlenaryMembers opened={opened} leads={leads} members={members} />
        </>
      ) : (
        <>
          <PlenaryMembers opened={opened} leads={leads} members={members} />
          <PlenaryAgenda opened={opened} leads={leads} items={shown} />
        </>
      )}
    </>,
    { ...(answer ?? {}), back: 'list', wide: true },
  );
}
