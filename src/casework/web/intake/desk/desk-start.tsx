/** `/desk/cases/new`: an officer records what somebody brought. */
import { BackLink, Button, Columns, Form, LinkButton, PageHeading, page } from '../../../../design/index.ts';
import { dayOf } from '../../../../kernel/time.ts';
import { openIntake, saveIntake } from '../open-intake.ts';
import type { IntakeSite } from '../site.ts';
import { firstOpen } from '../step-page.tsx';

export async function deskStart(site: IntakeSite): Promise<Response> {
  const { c, words, base } = site;
  const opened = await openIntake(site);
  const resume = opened && `${base}/${firstOpen(opened.kept.draft, site) ?? 'check'}`;
  return page(
    c,
    {
      title: words.desk.title,
      before: <BackLink href="/desk/cases" text={words.back} />,
      headers: { 'Cache-Control': 'private, no-store' },
    },
    <Columns>
      <PageHeading>{words.desk.title}</PageHeading>
      <p>{words.desk.lead}</p>
      {resume && (
        <p>
          <LinkButton href={resume}>{words.start.resume}</LinkButton> <a href={`${base}/start-over`}>{words.startOver}</a>
        </p>
      )}
      {!resume && (
        <Form action={base}>
          <Button>{words.start.begin}</Button>
        </Form>
      )}
    </Columns>,
  );
}

/** Today is the day most reports are received. */
export async function beginDesk(site: IntakeSite): Promise<Response> {
  const today = dayOf(site.now, site.zone);
  const opened = await saveIntake(site, await openIntake(site), (draft) =>
    draft.answers.receivedDay !== ''
      ? draft
      : {
          ...draft,
          answers: {
            ...draft.answers,
            receivedDay: String(today.day),
            receivedMonth: String(today.month),
            receivedYear: String(today.year),
          },
        },
  );
  return site.c.redirect(`${site.base}/${firstOpen(opened.kept.draft, site) ?? 'check'}`, 303);
}
