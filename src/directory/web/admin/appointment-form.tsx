import {
  DateInput,
  type DateParts,
  dateParts,
  dayFromParts,
  type FieldErrors,
  Hidden,
  InsetText,
  partsOfDay,
  Radios,
  TextInput,
} from '../../../design/index.ts';
import type { Officer } from '../../../kernel/actor.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { Form } from '../../../platform/http/form.ts';
import type { Agency } from '../../rules/agency.ts';
import { fits, mayGive } from '../../rules/appoint.ts';
import type { AppointmentOrder } from '../../rules/invitation.ts';
import { isPositionKind, POSITION_KINDS, type PositionKind, positionKind } from '../../rules/positions.ts';
import { wordsFor } from '../frame.tsx';

/** The part of a form that says which position, by which decree, from when: as typed. */
export interface TypedAppointment {
  readonly kind: string;
  readonly decreeNumber: string;
  readonly decreeOn: DateParts;
  readonly startsOn: DateParts;
}

const NO_DAY = partsOfDay(null);
export const NOTHING_TYPED: TypedAppointment = { kind: '', decreeNumber: '', decreeOn: NO_DAY, startsOn: NO_DAY };

export function readAppointment(form: Form): TypedAppointment {
  const all = form.typed();
  return {
    kind: form.text('kind'),
    decreeNumber: form.text('decreeNumber'),
    decreeOn: dateParts(all, 'decreeOn'),
    startsOn: dateParts(all, 'startsOn'),
  };
}

/** The order the typed text means, or what is missing in it. */
export function appointmentOrder(
  c: WebContext,
  typed: TypedAppointment,
  agency: Agency,
): { order?: AppointmentOrder; errors: FieldErrors } {
  const words = wordsFor(c);
  const decreeOn = dayFromParts(typed.decreeOn);
  const startsOn = dayFromParts(typed.startsOn);
  const errors: { field: string; message: string }[] = [];
  if (!isPositionKind(typed.kind)) errors.push({ field: 'kind', message: words.positionMissing });
  if (decreeOn === undefined) errors.push({ field: 'decreeOn', message: words.decreeOnMissing });
  if (startsOn === undefined) errors.push({ field: 'startsOn', message: words.startsOnMissing });
  if (!isPositionKind(typed.kind) || decreeOn === undefined || startsOn === undefined) return { errors };
  return {
    errors,
    order: { kind: typed.kind, agencyId: agency.id, decree: { number: typed.decreeNumber, on: decreeOn }, startsOn },
  };
}

/** The positions this actor may give at this agency. */
export function offeredKinds(actor: Officer, agency: Agency): PositionKind[] {
  return (Object.keys(POSITION_KINDS) as PositionKind[]).filter((kind) => fits(kind, agency) && mayGive(actor, kind, agency));
}

/** Inputs shared by inviting and appointing. */
export function AppointmentInputs(props: {
  c: WebContext;
  agency: Agency;
  kinds: readonly PositionKind[];
  typed: TypedAppointment;
}) {
  const { c, agency, kinds, typed } = props;
  const words = wordsFor(c);
  const language = c.get('language');
  if (kinds.length === 0) return <InsetText>{words.noKinds}</InsetText>;
  const choices = kinds.map((kind) => ({
    value: kind,
    label: POSITION_KINDS[kind].label[language],
    hint: positionKind(kind).task[language],
  }));
  return (
    <>
      <Hidden name="agency" value={agency.code} />
      <Radios name="kind" label={words.position} choices={choices} value={typed.kind} labelSize="m" />
      <TextInput name="decreeNumber" label={words.decreeNumber} value={typed.decreeNumber} width={20} maxlength={100} />
      <DateInput name="decreeOn" label={words.decreeOn} value={typed.decreeOn} />
      <DateInput name="startsOn" label={words.startsOn} hint={words.startsOnHint} value={typed.startsOn} />
    </>
  );
}
