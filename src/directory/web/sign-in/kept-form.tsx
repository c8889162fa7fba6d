import { Button, Columns, Form, Hidden, InsetText, LinkButton, PageHeading, page, WarningText } from '../../../design/index.ts';
import type { WebContext, WebRoutes } from '../../../platform/http/env.ts';
import { type KeptForm, keptForm } from '../../../platform/sign-in/index.ts';
import { signedIn } from './account.tsx';
import { UNKEPT, wordsFor } from './answers.ts';

/** Shown back at most, so that the page stays readable; everything is sent. */
const SHOWN_FIELDS = 12;
const WORTH_SHOWING = 15;

/** After signing in again: what had been typed when the session was over, ready to be sent. */
export function mountKeptForm(app: WebRoutes): void {
  app.get('/sign-in/kept/:id', (c) =>
    signedIn(c, async () => {
      const kept = await keptForm(c, c.req.param('id') ?? '');
      return kept ? keptPage(c, kept) : c.notFound();
    }),
  );
}

function keptPage(c: WebContext, kept: KeptForm): Promise<Response> {
  const words = wordsFor(c);
  const shown = kept.fields.filter(([, value]) => value.length >= WORTH_SHOWING).slice(0, SHOWN_FIELDS);
  return page(
    c,
    { title: words.keptTitle, headers: UNKEPT },
    <Columns>
      <PageHeading>{words.keptTitle}</PageHeading>
      <p>{words.keptLead}</p>
      {shown.map(([, value]) => (
        <InsetText>{value}</InsetText>
      ))}
      {kept.hadFiles && <WarningText>{words.keptFiles}</WarningText>}
      <Form action={kept.path}>
        {kept.fields.map(([name, value]) => (
          <Hidden name={name} value={value} />
        ))}
        <Button>{words.keptSend}</Button>
      </Form>
      <LinkButton href="/desk">{words.keptDrop}</LinkButton>
    </Columns>,
  );
}
