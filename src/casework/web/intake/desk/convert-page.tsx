/** A consultation or a copied letter that turns out to be a report: its words go into a new report, which the officer completes. */
import { BackLink, Button, Columns, Form, PageHeading, page } from '../../../../design/index.ts';
import { agencyById } from '../../../../directory/index.ts';
import { respondentsOf } from '../../../rules/case.ts';
import { possibleActions } from '../../../rules/permissions.ts';
import type { OpenedCase } from '../../opened.tsx';
import { forgetIntake, saveIntake } from '../open-intake.ts';
import { atDesk } from '../site.ts';
import { firstOpen } from '../step-page.tsx';
import { wordsIn } from '../words.ts';

const mayConvert = ({ file, actor }: OpenedCase): boolean => possibleActions(file, actor).includes('convert');

export function convertPage(opened: OpenedCase): Response | Promise<Response> {
  const { c, file, path, language } = opened;
  if (!mayConvert(opened)) return c.notFound();
  const words = wordsIn(language);
  return page(
    c,
    { title: words.desk.convertTitle, before: <BackLink href={path} text={words.back} /> },
    <Columns>
      <PageHeading caption={file.number}>{words.desk.convertTitle}</PageHeading>
      <p>{words.desk.convertLead(file.number)}</p>
      <Form action={`${path}/convert`}>
        <Button>{words.continue}</Button>
      </Form>
    </Columns>,
  );
}

/** Begins a new report with what is known; the old case is closed when the new one is registered. */
export async function convert(opened: OpenedCase): Promise<Response> {
  const { c, file, tools } = opened;
  if (!mayConvert(opened)) return c.notFound();
  const respondent = respondentsOf(file)[0];
  const agency = respondent && (await agencyById(tools.db, respondent.agencyId));
  return atDesk(async (site) => {
    await forgetIntake(site);
    const begun = await saveIntake(site, undefined, (draft) => ({
      ...draft,
      continuesId: file.id,
      answers: {
        ...draft.answers,
        kind: 'report',
        office: file.officeId,
        channel: file.channel === 'telephone' || file.channel === 'letter' || file.channel === 'email' ? file.channel : 'counter',
        receivedDay: String(file.receivedOn.day),
        receivedMonth: String(file.receivedOn.month),
        receivedYear: String(file.receivedOn.year),
        title: file.title,
        account: file.account,
        region: file.regionCode ?? '',
        agency: agency?.code ?? '',
        respondent: respondent?.position ?? '',
        loss: file.loss ?? '',
        wish: file.wish ?? '',
      },
    }));
    return site.c.redirect(`${site.base}/${firstOpen(begun.kept.draft, site) ?? 'check'}`, 303);
  })(c);
}
