/** `/ombudsman/follow/:trackingNumber`: one's own report, whole. And the same on the page of the complaint it came from. */
import type { FollowSlot, OwnComplaint } from '../../../../complaints/index.ts';
import { Button, Columns, Form, PageHeading, page } from '../../../../design/index.ts';
import { appealOf } from '../../../actions/intake/appeal-facts.ts';
import { casesOfComplaint } from '../../../store/cases.ts';
import { markSeen } from '../../../store/intake/receipts.ts';
import { AppealCard } from '../appeal-card.tsx';
import { wordsIn } from '../words.ts';
import { caseForReporter } from './case-for-reporter.tsx';
import { elsewhere } from './entry-page.tsx';
import { type OwnCase, ownCaseOf } from './opened.ts';

export async function ownCasePage(own: OwnCase): Promise<Response> {
  const { c, tools, file, words, home, now } = own;
  await markSeen(tools.db, file.id, now);
  return page(
    c,
    { title: `${file.title} (${file.number})` },
    <Columns>
      <PageHeading caption={file.number}>{file.title}</PageHeading>
      {await caseForReporter(own)}
      <p>
        <a href={`${home}/proof.json`}>{words.own.proof}</a>
      </p>
      <p>{words.own.leaveText}</p>
      <Form action={`${home}/leave`}>
        <Button kind="secondary">{words.own.leave}</Button>
      </Form>
    </Columns>,
  );
}

/** Fills the slot of the complaint's own page. */
export const caseworkOnFollow: FollowSlot = {
  async card(own: OwnComplaint) {
    const { tools, complaint, now, language } = own;
    const words = wordsIn(language);
    const cases = await casesOfComplaint(tools.db, complaint.id);
    const [latest] = cases;
    const appeal = await appealOf(tools, complaint, cases, now);
    return (
      <>
        {latest && (
          <section aria-labelledby="ombudsman">
            <h2 id="ombudsman" class="govuk-heading-l">
              {words.own.heading}: {latest.number}
            </h2>
            {await caseForReporter(ownCaseOf(own, latest))}
          </section>
        )}
        {(appeal.may || appeal.why !== 'open') && <AppealCard own={own} appeal={appeal} words={words} />}
      </>
    );
  },
  elsewhere,
};
