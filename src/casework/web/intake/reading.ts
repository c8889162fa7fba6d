/** What was typed on a page, put into the draft as it was typed; and what is wrong with it, in the reader's words. */
import type { FieldError } from '../../../design/index.ts';
import { agencyByCode, isInForce, isRegionCode, regionByCode } from '../../../directory/index.ts';
import { checkContact, checkParticulars, contactFaults, particularsFaults } from '../../../identity/index.ts';
import { type Day, dayOf } from '../../../kernel/time.ts';
import type { Form } from '../../../platform/http/form.ts';
import {
  type AnswerField,
  type Answers,
  type IntakeStep,
  kindOf,
  NO_REGION,
  UNKNOWN_AGENCY,
} from '../../rules/intake/answers.ts';
import { dayOfParts, faultsOf } from '../../rules/intake/check-answers.ts';
import { INTAKE_FAULTS } from '../../rules/intake/faults.ts';
import type { IntakeSite } from './site.ts';

const PLAIN: Readonly<Record<IntakeStep, readonly AnswerField[]>> = {
  arrival: ['office', 'channel'],
  kind: ['kind', 'rapid', 'emergency', 'threat-to-life', 'right-to-life', 'rapidReason'],
  story: ['title', 'account', 'done', 'advice'],
  where: ['place'],
  agency: ['agency', 'respondent'],
  before: ['complained', 'complainedHow', 'court', 'reported'],
  wish: ['loss', 'wish', 'court', 'reported'],
  you: ['secret', 'name', 'birthPlace', 'maritalStatus', 'occupation', 'address', 'email', 'phone'],
  files: [],
};

/** A date's three parts, by the name of its input. */
const DATES: Readonly<Partial<Record<IntakeStep, readonly [string, AnswerField, AnswerField, AnswerField]>>> = {
  arrival: ['received', 'receivedDay', 'receivedMonth', 'receivedYear'],
  story: ['occurred', 'day', 'month', 'year'],
  you: ['born', 'bornDay', 'bornMonth', 'bornYear'],
};

const INPUT_OF: Readonly<Partial<Record<AnswerField, string>>> = { day: 'occurred', receivedDay: 'received' };

export function readStep(step: IntakeStep, form: Form, answers: Answers): Answers {
  const typed: Partial<Record<AnswerField, string>> = {};
  for (const field of PLAIN[step]) {
    // In a complaint's own wizard only some of a page's questions are asked; what was not asked keeps what it has.
    if (form.has(field) || !['court', 'reported', 'done', 'advice'].includes(field)) typed[field] = form.text(field);
  }
  const date = DATES[step];
  if (date) {
    const [name, ...parts] = date;
    for (const [index, part] of ['day', 'month', 'year'].entries())
      typed[parts[index] as AnswerField] = form.text(`${name}-${part}`);
  }
  if (step === 'where') typed.region = regionTyped(form, answers);
  return { ...answers, ...typed };
}

function regionTyped(form: Form, answers: Answers): string {
  if (form.has('nowhere')) return NO_REGION;
  return form.text('region') || form.text('in') || answers.region;
}

/** Where somebody writes who comes directly is not known yet: the day has come once it has come anywhere in the country. */
export function todayOf({ now, zone, mode }: IntakeSite): Day {
  return dayOf(now, mode === 'direct' ? 'Asia/Jayapura' : zone);
}

/** Everything that is wrong with one page's answers. */
export async function errorsOf(site: IntakeSite, step: IntakeStep, answers: Answers): Promise<FieldError[]> {
  const faults = faultsOf(answers, step, site.mode, todayOf(site)).map(({ field, fault }) => ({
    field: INPUT_OF[field] ?? field,
    message: INTAKE_FAULTS[fault][site.language],
  }));
  return [...faults, ...(step === 'you' ? whoErrors(site, answers) : []), ...(await unknownErrors(site, step, answers))];
}

/** What the directory does not know. */
async function unknownErrors(site: IntakeSite, step: IntakeStep, answers: Answers): Promise<FieldError[]> {
  const { db } = site.tools;
  const error = (field: string, fault: keyof typeof INTAKE_FAULTS) => [{ field, message: INTAKE_FAULTS[fault][site.language] }];
  const { region, agency, office } = answers;
  if (step === 'where' && region !== '' && region !== NO_REGION) {
    const isKnown = isRegionCode(region) && (await regionByCode(db, region)) !== undefined;
    return isKnown ? [] : error('region', 'region-unknown');
  }
  if (step === 'agency' && agency !== '' && agency !== UNKNOWN_AGENCY) {
    const known = agency.length <= 100 ? await agencyByCode(db, agency) : undefined;
    return known && isInForce(known, todayOf(site)) ? [] : error('agency', 'agency-unknown');
  }
  if (step === 'arrival' && office !== '' && !site.offices.some((each) => each.agencyId === office)) {
    return error('office', 'office-missing');
  }
  return [];
}

/** The typed day of birth as the room `identity` reads it; what is no day is told apart from nothing typed. */
export function bornOf(answers: Answers): string {
  const day = dayOfParts(answers.bornDay, answers.bornMonth, answers.bornYear);
  return day === null ? '' : (day?.toString() ?? 'not a day');
}

export function particularsInput(answers: Answers) {
  const { name, birthPlace, maritalStatus, occupation, address } = answers;
  return { name, birthPlace, bornOn: bornOf(answers), maritalStatus, occupation, address };
}

/** A reporter gives all that the law asks; what a letter lacks is asked back, and who asks for advice says what they like. */
function whoErrors(site: IntakeSite, answers: Answers): FieldError[] {
  const { language, mode } = site;
  const complete = mode !== 'desk' && kindOf(answers) === 'report';
  const who = checkParticulars(particularsInput(answers), { complete, today: todayOf(site) });
  const reached = checkContact({ email: answers.email, phone: answers.phone });
  const inputOf = (fault: string) => {
    const field = fault.split('-')[0] ?? '';
    return field === 'bornOn' ? 'born' : field;
  };
  return [
    ...(who.ok ? [] : who.refusal.map((fault) => ({ field: inputOf(fault), message: particularsFaults[fault][language] }))),
    ...(reached.ok ? [] : reached.refusal.map((fault) => ({ field: inputOf(fault), message: contactFaults[fault][language] }))),
  ];
}
