/** The frame of a reporter's single step: back to one's own page, the number above the heading. */
import type { Child } from 'hono/jsx';
import { BackLink, Columns, type FieldErrors, LinkButton, PageHeading, page } from '../../../../design/index.ts';
import type { OwnCase } from './opened.ts';

export function framed(
  { c, words, home, file }: OwnCase,
  title: string,
  answer: { readonly errors: FieldErrors; readonly status?: number },
  body: Child,
): Promise<Response> {
  return page(
    c,
    {
      title,
      before: <BackLink href={home} text={words.back} />,
      errors: answer.errors,
      ...(answer.status === undefined ? {} : { status: answer.status }),
    },
    <Columns>
      <PageHeading caption={file.number}>{title}</PageHeading>
      {body}
    </Columns>,
  );
}

/** Somebody was faster (another tab, a deadline that has passed): says so and leads back to how it stands. */
export function notNow(own: OwnCase): Promise<Response> {
  return framed(
    own,
    own.words.steps.notNow,
    { errors: [], status: 409 },
    <LinkButton href={own.home}>{own.words.back}</LinkButton>,
  );
}
