import {
  BackLink,
  DateInput,
  type DateParts,
  dateParts,
  dayFromParts,
  type FieldErrors,
  Form,
  PageHeading,
  page,
  partsOfDay,
  Radios,
  seeOther,
  TextArea,
  WarningButton,
} from '../../../design/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { dayAt } from '../../actions/agency-day.ts';
import { endPosition } from '../../actions/end-position.ts';
import type { DirectorySlots } from '../../actions/slots.ts';
import type { Agency } from '../../rules/agency.ts';
import { mayGive } from '../../rules/appoint.ts';
import { POSITION_KINDS } from '../../rules/positions.ts';
import { type ListedPosition, listedPositionsAt } from '../../store/people-lists.ts';
import { managing, wordsFor } from '../frame.tsx';
import { errorsOf, statusOf } from './errors.ts';
import { type KnownPerson, personWithin } from './person-page.tsx';

interface Typed {
  readonly endsOn: DateParts;
  readonly reason: string;
  readonly successor: string;
}

const COORDINATOR = 'coordinator';

interface Leaving {
  readonly known: KnownPerson;
  readonly held: ListedPosition;
  readonly agency: Agency;
}

/** GET /admin/people/:id/positions/:position/end */
export function endForm(c: WebContext): Promise<Response> {
  return leaving(c, (found) =>
    showForm(c, found, { endsOn: partsOfDay(dayAt(found.agency, c.get('tools').clock.now())), reason: '', successor: '' }),
  );
}

/** POST of the same address. */
export function end(slots: DirectorySlots): (c: WebContext) => Promise<Response> {
  return (c) =>
    leaving(c, async (found) => {
      const form = readForm(c);
      const words = wordsFor(c);
      const typed = { endsOn: dateParts(form.typed(), 'endsOn'), reason: form.text('reason'), successor: form.text('successor') };
      const endsOn = dayFromParts(typed.endsOn);
      if (endsOn === undefined) {
        return showForm(c, found, typed, { status: 422, errors: [{ field: 'endsOn', message: words.endsOnMissing }] });
      }
      const successorId = typed.successor === COORDINATOR || typed.successor === '' ? null : typed.successor;
      const order = { positionId: found.held.id, endsOn, reason: typed.reason, successorId };
      const done = await endPosition(c.get('tools'), slots, c.get('actor'), order);
      if (!done.ok) {
        return showForm(c, found, typed, { status: statusOf(done.refusal), errors: errorsOf(c.get('language'), done.refusal) });
      }
      const { moved } = done.value;
      return seeOther(c, `/admin/people/${found.known.person.id}`, moved === null ? words.endedLater : words.ended(moved));
    });
}

async function leaving(c: WebContext, answer: (found: Leaving) => Promise<Response>): Promise<Response> {
  return managing(c, async (reach, actor) => {
    const known = await personWithin(c, reach, c.req.param('id') ?? '');
    const held = known?.positions.find(({ id }) => id === c.req.param('position'));
    const agency = held && known?.agencies.get(held.agencyId);
    if (known === undefined || held === undefined || agency === undefined || !mayGive(actor, held.kind, agency))
      return c.notFound();
    return answer({ known, held, agency });
  });
}

async function showForm(c: WebContext, found: Leaving, typed: Typed, refused?: { status: number; errors: FieldErrors }) {
  const { known, held, agency } = found;
  const words = wordsFor(c);
  const language = c.get('language');
  const colleagues = (await listedPositionsAt(c.get('tools').db, agency.id, dayAt(agency, c.get('tools').clock.now()))).filter(
    (other) => other.kind === held.kind && other.personId !== held.personId,
  );
  const choices = [
    ...colleagues.map((other) => ({ value: other.id, label: other.personName })),
    { value: COORDINATOR, label: words.toCoordinator, hint: words.toCoordinatorHint },
  ];
  const path = `/admin/people/${known.person.id}`;
  return page(
    c,
    { title: words.endTitle, before: <BackLink href={path} />, errors: refused?.errors, status: refused?.status },
    <>
      <PageHeading>{words.endTitle}</PageHeading>
      <p>{words.endLead(known.person.name, POSITION_KINDS[held.kind].label[language], agency.name)}</p>
      <Form action={`${path}/positions/${held.id}/end`}>
        <DateInput name="endsOn" label={words.endsOn} hint={words.endsOnHint} value={typed.endsOn} />
        <TextArea name="reason" label={words.reason} hint={words.reasonHint} value={typed.reason} rows={2} maxCharacters={300} />
        <Radios
          name="successor"
          label={words.successor}
          hint={words.successorHint}
          choices={choices}
          value={typed.successor || COORDINATOR}
          labelSize="m"
        />
        <WarningButton>{words.endNow}</WarningButton>
      </Form>
    </>,
  );
}
