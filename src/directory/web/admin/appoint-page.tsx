import { BackLink, Button, type FieldErrors, Form, PageHeading, page, seeOther } from '../../../design/index.ts';
import type { Officer } from '../../../kernel/actor.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { appointPosition } from '../../actions/appoint-position.ts';
import type { Agency } from '../../rules/agency.ts';
import { agencyByCode } from '../../store/agencies.ts';
import type { Person } from '../../store/people.ts';
import { managing, reaches, wordsFor } from '../frame.tsx';
import {
  AppointmentInputs,
  appointmentOrder,
  NOTHING_TYPED,
  offeredKinds,
  readAppointment,
  type TypedAppointment,
} from './appointment-form.tsx';
import { chooseAgency } from './choose-agency.tsx';
import { errorsOf, statusOf } from './errors.ts';
import { personWithin } from './person-page.tsx';

/** GET /admin/people/:id/positions/new: a further position for someone who is here already. */
export function appointForm(c: WebContext): Promise<Response> {
  return managing(c, async (reach, actor) => {
    const known = await personWithin(c, reach, c.req.param('id') ?? '');
    if (known === undefined) return c.notFound();
    const agency = await agencyByCode(c.get('tools').db, c.req.query('agency') ?? '');
    if (agency === undefined || !reaches(reach, agency.path)) return chooseAgency(c, reach, pathOf(known.person));
    return showForm(c, actor, known.person, agency, NOTHING_TYPED);
  });
}

/** POST /admin/people/:id/positions */
export function appoint(c: WebContext): Promise<Response> {
  return managing(c, async (reach, actor) => {
    const known = await personWithin(c, reach, c.req.param('id') ?? '');
    if (known === undefined) return c.notFound();
    const { person } = known;
    const form = readForm(c);
    const agency = await agencyByCode(c.get('tools').db, form.text('agency'));
    if (agency === undefined || !reaches(reach, agency.path)) return chooseAgency(c, reach, pathOf(person));
    const typed = readAppointment(form);
    const { order, errors } = appointmentOrder(c, typed, agency);
    if (order === undefined) return showForm(c, actor, person, agency, typed, { status: 422, errors });
    const done = await appointPosition(c.get('tools'), actor, { ...order, personId: person.id });
    if (!done.ok) {
      const errors = errorsOf(c.get('language'), done.refusal);
      return showForm(c, actor, person, agency, typed, { status: statusOf(done.refusal), errors });
    }
    return seeOther(c, `/admin/people/${person.id}`, wordsFor(c).appointed);
  });
}

function pathOf(person: Person): string {
  return `/admin/people/${person.id}/positions/new`;
}

function showForm(
  c: WebContext,
  actor: Officer,
  person: Person,
  agency: Agency,
  typed: TypedAppointment,
  refused?: { status: number; errors: FieldErrors },
) {
  const words = wordsFor(c);
  const kinds = offeredKinds(actor, agency);
  const title = words.appointAt(agency.shortName);
  return page(
    c,
    {
      title,
      before: <BackLink href={pathOf(person)} text={words.otherAgency} />,
      errors: refused?.errors,
      status: refused?.status,
    },
    <>
      <PageHeading caption={person.name}>{title}</PageHeading>
      <Form action={`/admin/people/${person.id}/positions`}>
        <AppointmentInputs c={c} agency={agency} kinds={kinds} typed={typed} />
        {kinds.length > 0 && <Button>{words.appoint}</Button>}
      </Form>
    </>,
  );
}
