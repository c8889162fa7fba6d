import {
  BackLink,
  ButtonGroup,
  Columns,
  Form,
  LinkButton,
  PageHeading,
  page,
  seeOther,
  WarningButton,
} from '../../../design/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { firstUnanswered } from '../../rules/draft.ts';
import { forgetDraft, openDraft } from './open-draft.ts';
import { pathOf } from './question.tsx';
import { guarded, type Wizard, wordsFor } from './wizard.ts';

/** Throwing away what was written: asked once more, because it cannot be brought back. */
export function mountStartOver(app: WebRoutes, wizard: Wizard): void {
  const path = `${wizard.base}/start-over`;
  app.get(
    path,
    guarded(wizard, async (c) => {
      const opened = await openDraft(c, wizard);
      if (!opened) return c.redirect(wizard.base, 303);
      const words = wordsFor(c).over;
      const next = pathOf(wizard, firstUnanswered(opened.kept.draft, wizard.mode) ?? 'check');
      return page(
        c,
        { title: words.title, before: <BackLink href={next} /> },
        <Columns>
          <PageHeading>{words.title}</PageHeading>
          <p>{words.text}</p>
          <Form action={path}>
            <ButtonGroup>
              <WarningButton>{words.confirm}</WarningButton>
              <LinkButton href={next} kind="secondary">
                {words.cancel}
              </LinkButton>
            </ButtonGroup>
          </Form>
        </Columns>,
      );
    }),
  );
  app.post(
    path,
    guarded(wizard, async (c) => {
      await forgetDraft(c, wizard);
      return seeOther(c, wizard.base, wordsFor(c).over.done);
    }),
  );
}
