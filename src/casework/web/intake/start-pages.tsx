/** The first pages: what is needed, what is disclosed of a complaint and the choice of how far to go, and starting over. */

import { isLate, loadFile, type OwnComplaint, showTrackingNumber } from '../../../complaints/index.ts';
import {
  BackLink,
  Button,
  ButtonGroup,
  Columns,
  Form,
  InsetText,
  LinkButton,
  PageHeading,
  page,
  Radios,
  seeOther,
} from '../../../design/index.ts';
import { messagesFor } from '../../../messages/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { appealOf } from '../../actions/intake/appeal-facts.ts';
import { NO_ANSWERS } from '../../rules/intake/answers.ts';
import { casesOfComplaint } from '../../store/cases.ts';
import { AppealStanding } from './appeal-card.tsx';
import { forgetIntake, openIntake, saveIntake } from './open-intake.ts';
import { errorsOf } from './reading.ts';
import type { Guard, IntakeSite } from './site.ts';
import { firstOpen } from './step-page.tsx';

const NO_CACHE = { 'Cache-Control': 'private, no-store' } as const;

export function mountStart(app: WebRoutes, base: string, guard: Guard, answer: (site: IntakeSite) => Promise<Response>): void {
  app.get(base, guard(answer));
  app.get(`${base}/start-over`, guard(askStartOver));
  app.post(
    `${base}/start-over`,
    guard(async (site) => {
      await forgetIntake(site);
      return seeOther(site.c, site.own?.path ?? site.base, site.words.startedOver);
    }),
  );
}

function askStartOver({ c, words, base }: IntakeSite): Promise<Response> {
  return page(
    c,
    { title: words.startOver, before: <BackLink href={base} text={words.back} />, headers: NO_CACHE },
    <Columns>
      <PageHeading>{words.startOver}</PageHeading>
      <p>{words.startOverLead}</p>
      <Form action={`${base}/start-over`}>
        <ButtonGroup>
          <Button kind="warning">{words.startOverButton}</Button>
          <a class="govuk-link" href={base}>
            {words.cancel}
          </a>
        </ButtonGroup>
      </Form>
    </Columns>,
  );
}

/** `/ombudsman/new`; `?kind=consultation` comes with the choice made. */
export async function directStart(site: IntakeSite): Promise<Response> {
  const { c, words, base } = site;
  const opened = await openIntake(site);
  const resume = opened && `${base}/${firstOpen(opened.kept.draft, site) ?? 'check'}`;
  return page(
    c,
    { title: words.start.title, before: <BackLink href="/ombudsman" text={words.back} />, headers: NO_CACHE },
    <Columns>
      <PageHeading>{words.start.title}</PageHeading>
      <p class="govuk-body-l">{words.start.lead}</p>
      <p>{words.start.need}</p>
      <ul>
        {words.start.needs.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
      {resume && (
        <p>
          <LinkButton href={resume}>{words.start.resume}</LinkButton>
        </p>
      )}
      <Form action={base}>
        <Button kind={resume ? 'secondary' : 'primary'}>{words.start.begin}</Button>
      </Form>
      <h2>{words.start.haveComplaint}</h2>
      <p>
        {words.start.haveComplaintText} <a href="/follow">{words.start.openComplaint}</a>
      </p>
    </Columns>,
  );
}

/** Begins a draft and leads to the first question. */
export async function beginDirect(site: IntakeSite): Promise<Response> {
  const opened = await saveIntake(site, await openIntake(site), (draft) => draft);
  return site.c.redirect(`${site.base}/${firstOpen(opened.kept.draft, site) ?? 'check'}`, 303);
}

/** `/follow/:trackingNumber/ombudsman`: what will be disclosed, and how far to go. */
export async function appealStart(site: IntakeSite): Promise<Response> {
  return showAppeal(site, []);
}

async function showAppeal(site: IntakeSite, errors: readonly { readonly field: string; readonly message: string }[]) {
  const { c, tools, words, base, now } = site;
  const own = site.own as OwnComplaint;
  const cases = await casesOfComplaint(tools.db, own.complaint.id);
  if (cases.some((each) => each.stage !== 'closed')) return seeOther(c, own.path, words.appeal.already);
  const appeal = await appealOf(tools, own.complaint, cases, now);
  const opened = await openIntake(site);
  if (!appeal.may) {
    return page(
      c,
      { title: words.appeal.notYetTitle, status: 409, before: <BackLink href={own.path} text={words.back} /> },
      <Columns>
        <PageHeading caption={showTrackingNumber(own.complaint.trackingNumber)}>{words.appeal.notYetTitle}</PageHeading>
        <AppealStanding own={own} appeal={appeal} words={words} />
        <LinkButton href={own.path} kind="secondary">
          {words.back}
        </LinkButton>
      </Columns>,
    );
  }
  const kinds = ['report', 'consultation', 'tip'] as const;
  return page(
    c,
    { title: words.appeal.title, errors, before: <BackLink href={own.path} text={words.back} />, headers: NO_CACHE },
    <Columns>
      <PageHeading caption={showTrackingNumber(own.complaint.trackingNumber)}>{words.appeal.title}</PageHeading>
      <p class="govuk-body-l">{words.appeal.lead}</p>
      <AppealStanding own={own} appeal={appeal} words={words} />
      <h2>{words.appeal.disclosed}</h2>
      <ul>
        {(await disclosed(site, own)).map((each) => (
          <li>{each}</li>
        ))}
      </ul>
      <h2>{words.appeal.notDisclosed}</h2>
      <ul>
        {Object.values(words.appeal.notItems).map((each) => (
          <li>{each}</li>
        ))}
      </ul>
      {own.complaint.anonymous && (
        <InsetText>
          <p>{words.appeal.anonymous}</p>
        </InsetText>
      )}
      <Form action={base}>
        <Radios
          name="kind"
          label={words.appeal.ways}
          labelSize="m"
          value={opened?.kept.draft.answers.kind || 'report'}
          choices={kinds.map((value) => ({ value, label: words.appeal.way[value], hint: words.appeal.way[`${value}Hint`] }))}
        />
        <ButtonGroup>
          <Button>{words.continue}</Button>
          <a class="govuk-link" href={own.path}>
            {words.cancel}
          </a>
        </ButtonGroup>
      </Form>
    </Columns>,
  );
}

/** Exactly what `bringComplaint` takes along, with its numbers. */
async function disclosed({ tools, words, now }: IntakeSite, own: OwnComplaint): Promise<string[]> {
  const { complaint } = own;
  const items = words.appeal.items;
  const [{ timeline, files }, messages] = await Promise.all([
    loadFile(tools.db, complaint, own.actor),
    messagesFor(tools.db, { kind: 'complaint', id: complaint.id }),
  ]);
  const told = messages.filter((message) => message.recipient.kind === 'complainant').length;
  const late = complaint.clocks.filter((clock) => isLate(clock, now)).length;
  return [
    complaint.anonymous ? items.storyMasked : items.story,
    items.timeline(timeline.length),
    items.clocks(late),
    ...(told > 0 ? [items.messages(told)] : []),
    ...(files.length > 0 ? [items.files(files.length)] : []),
    items.identity,
  ];
}

export async function beginAppeal(site: IntakeSite): Promise<Response> {
  const kind = readForm(site.c).text('kind');
  const own = site.own as OwnComplaint;
  const cases = await casesOfComplaint(site.tools.db, own.complaint.id);
  const appeal = await appealOf(site.tools, own.complaint, cases, site.now);
  if (!appeal.may) return showAppeal(site, []);
  const answers = { ...((await openIntake(site))?.kept.draft.answers ?? NO_ANSWERS), kind };
  const errors = await errorsOf({ ...site, mode: 'complaint' }, 'kind', answers);
  if (errors.length > 0 || kind === 'copy') return showAppeal(site, errors);
  const opened = await saveIntake(site, await openIntake(site), (draft) => ({ ...draft, answers: { ...draft.answers, kind } }));
  return site.c.redirect(`${site.base}/${firstOpen(opened.kept.draft, site) ?? 'check'}`, 303);
}
