/** Check answers, read what one agrees to, send. */
import type { Child } from 'hono/jsx';
import {
  BackLink,
  Button,
  Checkbox,
  Columns,
  type FieldErrors,
  Form,
  formatDay,
  InsetText,
  PageHeading,
  page,
  SummaryList,
} from '../../../design/index.ts';
import { agencyByCode, agencyById, regionChain } from '../../../directory/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { type Answers, type IntakeStep, kindOf, NO_REGION, stepsOf, UNKNOWN_AGENCY } from '../../rules/intake/answers.ts';
import { dayOfParts } from '../../rules/intake/check-answers.ts';
import { APPEAL_CONSENT, type ConsentText, DIRECT_CONSENT } from '../../rules/intake/consent.ts';
import { INTAKE_FAULTS } from '../../rules/intake/faults.ts';
import { type OpenIntake, openIntake, withoutIntake } from './open-intake.ts';
import { errorsOf } from './reading.ts';
import type { Guard, IntakeSite } from './site.ts';
import { firstOpen } from './step-page.tsx';
import { contactIsKnown } from './steps/you-step.tsx';
import { submit } from './submit.ts';

export function mountCheck(app: WebRoutes, base: string, guard: Guard): void {
  const path = `${base}/check`;
  app.get(
    path,
    guard(async (site) => whenComplete(site, (opened) => show(site, opened, []))),
  );
  app.post(
    path,
    guard(async (site) => whenComplete(site, (opened) => send(site, opened))),
  );
}

/** Answers that were right may be wrong by now (an agency closed, another kind chosen): the first such page is opened again. */
async function whenComplete(site: IntakeSite, answer: (opened: OpenIntake) => Promise<Response>): Promise<Response> {
  const opened = await openIntake(site);
  if (!opened) return site.own ? site.c.redirect(site.own.path, 303) : withoutIntake(site);
  const { draft } = opened.kept;
  const missing = firstOpen(draft, site);
  if (missing) return site.c.redirect(`${site.base}/${missing}`, 303);
  for (const step of stepsOf(draft.answers, site.mode)) {
    const errors = await errorsOf(site, step, draft.answers);
    if (errors.length > 0) return site.c.redirect(`${site.base}/${step}?from=check`, 303);
  }
  return answer(opened);
}

/** What is agreed to; an officer agrees to nothing in somebody else's name. */
export function consentOf(site: IntakeSite, answers: Answers): ConsentText | undefined {
  if (site.mode === 'desk') return undefined;
  const kind = kindOf(answers);
  return site.mode === 'complaint' && kind !== 'copy' ? APPEAL_CONSENT[kind] : DIRECT_CONSENT[kind];
}

async function send(site: IntakeSite, opened: OpenIntake): Promise<Response> {
  const consent = consentOf(site, opened.kept.draft.answers);
  if (consent && readForm(site.c).text('consent') !== 'yes') {
    return show(site, opened, [{ field: 'consent', message: INTAKE_FAULTS['consent-missing'][site.language] }]);
  }
  const refused = await submit(site, opened, consent);
  return refused instanceof Response
    ? refused
    : show(site, opened, [{ field: 'consent', message: refused.message }], refused.status);
}

async function show(site: IntakeSite, opened: OpenIntake, errors: FieldErrors, status?: number): Promise<Response> {
  const { c, words, base, language } = site;
  const { draft } = opened.kept;
  const { answers } = draft;
  const steps = stepsOf(answers, site.mode);
  const consent = consentOf(site, answers);
  const last = steps.at(-1);
  return page(
    c,
    {
      title: words.check.title,
      errors,
      ...(status === undefined ? {} : { status }),
      before: <BackLink href={last ? `${base}/${last}` : base} text={words.back} />,
      headers: { 'Cache-Control': 'private, no-store' },
    },
    <Columns>
      <PageHeading>{words.check.title}</PageHeading>
      <SummaryList rows={await rowsOf(site, opened)} />
      <Form action={`${base}/check`}>
        {consent && (
          <>
            <h2 class="govuk-heading-m">{words.check.consentTitle}</h2>
            <InsetText>
              <p>{consent.text[language]}</p>
            </InsetText>
            <Checkbox name="consent" label={words.check.consent} />
          </>
        )}
        <Button>{site.mode === 'desk' ? words.check.register : words.check.send}</Button>
      </Form>
      {site.own && (
        <p>
          <a href={site.own.path}>{words.cancel}</a>
        </p>
      )}
    </Columns>,
  );
}

interface Row {
  readonly key: string;
  readonly value: Child;
  readonly actions?: { readonly href: string; readonly text?: string; readonly about: string }[];
}

async function rowsOf(site: IntakeSite, { kept: { draft } }: OpenIntake): Promise<Row[]> {
  const { words, base } = site;
  const { answers } = draft;
  const steps = stepsOf(answers, site.mode);
  const rows: Row[] = [];
  const add = (step: IntakeStep, key: string, value: Child) => {
    if (steps.includes(step))
      rows.push({ key, value, actions: [{ href: `${base}/${step}?from=check`, text: words.change, about: key }] });
  };
  const text = (typed: string, empty = words.none) =>
    typed.trim() === '' ? empty : <span class="tuntas-preserve">{typed}</span>;
  const yesNo = (typed: string) => (typed === 'yes' ? words.yes : words.no);
  const kind = kindOf(answers);
  const isAsking = kind === 'consultation';

  if (steps.includes('arrival')) {
    const office = await agencyById(site.tools.db, answers.office);
    add('arrival', words.arrival.office, office?.name ?? '');
    add('arrival', words.arrival.channel, words.arrival.channels[answers.channel] ?? '');
    add('arrival', words.arrival.received, dayText(site, answers.receivedDay, answers.receivedMonth, answers.receivedYear));
  }
  const isRapid = site.mode === 'desk' && kind === 'report' && answers.rapid === 'yes';
  add('kind', words.own.access, isRapid ? `${words.kind[kind]}: ${words.kind.rapid}` : words.kind[kind]);
  if (isRapid) add('kind', words.kind.rapidReason, text(answers.rapidReason));
  add('story', words.story.titleLabel, text(answers.title));
  add('story', words.story.account, text(answers.account));
  if (!isAsking) add('story', words.story.occurred, dayText(site, answers.day, answers.month, answers.year));
  if (isAsking && site.mode === 'desk') {
    add('story', words.story.advice, answers.done === 'no' ? words.story.doneNo : text(answers.advice));
  }
  add('where', words.where.title, await placeText(site, answers));
  add('agency', words.agency.title, await respondentText(site, answers));
  add(
    'before',
    words.before.complained,
    <>
      {yesNo(answers.complained)}
      {answers.complained === 'yes' && <>: {text(answers.complainedHow)}</>}
    </>,
  );
  const statements = steps.includes('before') ? 'before' : 'wish';
  if (!isAsking && kind === 'report') {
    add(statements, words.before.court, yesNo(answers.court));
    add(statements, words.before.reported, yesNo(answers.reported));
    add('wish', words.wish.loss, text(answers.loss));
  }
  add('wish', isAsking ? words.wish.question : words.wish.wish, text(answers.wish));
  add('you', words.you.name, text(answers.name, words.notGiven));
  if (kind === 'report') {
    add('you', words.you.birthPlace, text(answers.birthPlace, words.notGiven));
    add('you', words.you.born, dayText(site, answers.bornDay, answers.bornMonth, answers.bornYear));
    add('you', words.you.maritalStatus, words.you.marital[answers.maritalStatus] ?? words.notGiven);
    add('you', words.you.occupation, text(answers.occupation, words.notGiven));
    add('you', words.you.address, text(answers.address, words.notGiven));
    add('you', words.you.idCard, draft.idCopy ? words.check.idCardGiven : words.check.idCardMissing);
    add('you', words.you.secret, yesNo(site.own?.complaint.anonymous ? 'yes' : answers.secret));
  }
  if (!(await contactIsKnown(site))) {
    add('you', words.you.email, text(answers.email, words.notGiven));
    add('you', words.you.phone, text(answers.phone, words.notGiven));
  }
  add('files', words.check.filesTitle, draft.files.length === 0 ? words.none : draft.files.map((file) => file.name).join(', '));
  return rows;
}

function dayText(site: IntakeSite, ...parts: [string, string, string]): string {
  const day = dayOfParts(...parts);
  return day ? formatDay(day, site.language) : site.words.notGiven;
}

async function placeText(site: IntakeSite, { region, place }: Answers): Promise<string> {
  const chain = region === NO_REGION ? site.words.where.nowhere : ((await regionChain(site.tools.db, region)) ?? '');
  return [place.trim(), chain].filter((part) => part !== '').join(', ');
}

async function respondentText(site: IntakeSite, { agency, respondent }: Answers): Promise<string> {
  const known = agency === UNKNOWN_AGENCY ? undefined : await agencyByCode(site.tools.db, agency);
  return [respondent.trim(), known?.name ?? ''].filter((part) => part !== '').join(', ');
}
