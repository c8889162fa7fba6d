import { ButtonGroup, Columns, LinkButton, PageHeading, page } from '../../../design/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { signInRefusals } from '../../../platform/sign-in/index.ts';
import { UNKEPT, wordsFor } from './answers.ts';

/** A link from a mail that opens nothing: one page for used, expired, withdrawn and invented ones. */
export function linkOverPage(c: WebContext, of: 'invitation' | 'reset'): Promise<Response> {
  const words = wordsFor(c);
  return page(
    c,
    { title: words.linkOverTitle, status: 404, headers: UNKEPT },
    <Columns>
      <PageHeading>{words.linkOverTitle}</PageHeading>
      <p>{signInRefusals['link-over'][c.get('language')]}</p>
      <p>{of === 'invitation' ? words.invitationOverText : words.resetOverText}</p>
      <ButtonGroup>
        {of === 'reset' && <LinkButton href="/sign-in/reset">{words.resetTitle}</LinkButton>}
        <LinkButton href="/sign-in" kind={of === 'reset' ? 'secondary' : 'primary'}>
          {words.signInTitle}
        </LinkButton>
      </ButtonGroup>
    </Columns>,
  );
}
