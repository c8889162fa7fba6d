/** `/ombudsman`: what the Ombudsman does, what it asks, and the ways in. */
import { ActionCard, ActionCards, Columns, InsetText, PageHeading, page } from '../../../design/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { PublicWays } from '../obligations/public/ways.tsx';
import { wordsIn } from './words.ts';

export async function aboutPage(c: WebContext): Promise<Response> {
  const tools = c.get('tools');
  const years = (await lawBook(tools)).parameter('case.event-age', dayOf(tools.clock.now(), 'Asia/Jakarta')).value;
  const words = wordsIn(c.get('language')).about;
  return page(
    c,
    { title: words.title, description: words.lead, robots: 'index' },
    <Columns>
      <PageHeading>{words.title}</PageHeading>
      <p class="govuk-body-l">{words.lead}</p>
      <p>
        <strong>{words.free}</strong>
      </p>
      <h2>{words.ways}</h2>
      <ActionCards>
        <ActionCard title={words.direct} href="/ombudsman/new">
          {words.directText}
        </ActionCard>
        <ActionCard title={words.fromComplaint} href="/follow">
          {words.fromComplaintText}
        </ActionCard>
        <ActionCard title={words.consult} href="/ombudsman/new">
          {words.consultText}
        </ActionCard>
      </ActionCards>
      <p>{words.other}</p>
      <p>
        <a href="/ombudsman/follow">{words.follow}</a>
      </p>
      <h2>{words.conditions}</h2>
      <ul>
        {words.conditionItems(years).map((each) => (
          <li>{each}</li>
        ))}
      </ul>
      <InsetText>
        <p>{words.secret}</p>
      </InsetText>
      <h2>{words.stages}</h2>
      <ol class="govuk-list govuk-list--number">
        {words.stageItems.map((each) => (
          <li>{each}</li>
        ))}
      </ol>
      <PublicWays language={c.get('language')} />
    </Columns>,
  );
}
