import { BackLink, Button, type FieldErrors, Form, PageHeading, page, seeOther, TextInput } from '../../../design/index.ts';
import type { Officer } from '../../../kernel/actor.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { invitePerson } from '../../actions/invite-person.ts';
import type { Agency } from '../../rules/agency.ts';
import { problemsOfPerson } from '../../rules/invitation.ts';
import { agencyByCode } from '../../store/agencies.ts';
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

const PATH = '/admin/people/new';

interface Typed {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly appointment: TypedAppointment;
}

/** GET /admin/people/new: first at which agency, then who. */
export function inviteForm(c: WebContext): Promise<Response> {
  return managing(c, async (reach, actor) => {
    const agency = await agencyByCode(c.get('tools').db, c.req.query('agency') ?? '');
    if (agency === undefined || !reaches(reach, agency.path)) return chooseAgency(c, reach, PATH);
    return showForm(c, actor, agency, { name: '', email: '', phone: '', appointment: NOTHING_TYPED });
  });
}

/** POST /admin/people */
export function invite(c: WebContext): Promise<Response> {
  return managing(c, async (reach, actor) => {
    const form = readForm(c);
    const agency = await agencyByCode(c.get('tools').db, form.text('agency'));
    if (agency === undefined || !reaches(reach, agency.path)) return chooseAgency(c, reach, PATH);
    const typed = {
      name: form.text('name'),
      email: form.text('email'),
      phone: form.text('phone'),
      appointment: readAppointment(form),
    };
    const { order, errors } = appointmentOrder(c, typed.appointment, agency);
    const language = c.get('language');
    const missing = [...errorsOf(language, ...problemsOfPerson(typed)), ...errors];
    if (order === undefined || missing.length > 0) return showForm(c, actor, agency, typed, { status: 422, errors: missing });
    const { name, email } = typed;
    const done = await invitePerson(c.get('tools'), actor, { ...order, name, email, phone: typed.phone.trim() || null });
    if (!done.ok) {
      return showForm(c, actor, agency, typed, { status: statusOf(done.refusal), errors: errorsOf(language, done.refusal) });
    }
    return seeOther(c, `/admin/people/${done.value.personId}`, wordsFor(c).invited);
  });
}

function showForm(
  c: WebContext,
  actor: Officer,
  agency: Agency,
  typed: Typed,
  refused?: { status: number; errors: FieldErrors },
) {
  const words = wordsFor(c);
  const kinds = offeredKinds(actor, agency);
  const title = words.inviteAt(agency.shortName);
  return page(
    c,
    { title, before: <BackLink href={PATH} text={words.otherAgency} />, errors: refused?.errors, status: refused?.status },
    <>
      <PageHeading caption={agency.name}>{title}</PageHeading>
      <Form action="/admin/people">
        <TextInput name="name" label={words.fullName} value={typed.name} autocomplete="off" maxlength={200} />
        <TextInput name="email" label={words.email} hint={words.emailHint} value={typed.email} type="email" autocomplete="off" />
        <TextInput name="phone" label={words.phone} value={typed.phone} type="tel" autocomplete="off" width={20} optional />
        <AppointmentInputs c={c} agency={agency} kinds={kinds} typed={typed.appointment} />
        {kinds.length > 0 && <Button>{words.sendInvitation}</Button>}
      </Form>
    </>,
  );
}
