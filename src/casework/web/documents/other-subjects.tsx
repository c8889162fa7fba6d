/** The documents of plenaries and reviews, on pages of their own below those of the plenary or the review. */
import { BackLink, PageHeading, page } from '../../../design/index.ts';
import { officersOnly } from '../../../directory/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { openSubject } from '../../actions/documents/opened-subject.ts';
import { SUBJECT_DESKS } from '../../rules/documents/desks.ts';
import type { OnPlace } from './place.ts';
import { wordsIn } from './words.ts';

export function onSubject(kind: 'plenary' | 'review'): OnPlace {
  const base = SUBJECT_DESKS[kind];
  return (answer) =>
    officersOnly(async (asked) => {
      const { c, tools, actor, language } = asked;
      const id = c.req.param('id') ?? '';
      const opened = isUuid(id) ? await openSubject(tools.db, { kind, id }) : undefined;
      if (!opened?.reach(actor).sees) return c.notFound();
      const path = `${base}/${id}/documents`;
      const words = wordsIn(language);
      return answer({
        ...asked,
        opened,
        path,
        frame(title, body, options = {}) {
          const isList = title === words.list.title;
          return page(
            c,
            {
              title,
              before: (
                <BackLink href={isList ? `${base}/${id}` : path} text={isList ? opened.facts.reference : words.page.back} />
              ),
              wide: true,
              errors: options.errors,
              ...(options.status ? { status: options.status } : {}),
            },
            <>
              <PageHeading caption={`${opened.facts.reference} · ${opened.facts.title}`}>{title}</PageHeading>
              {body}
            </>,
          );
        },
      });
    });
}
