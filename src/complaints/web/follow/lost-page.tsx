/** `/follow/lost`: says honestly that a code cannot be brought back, and what can be done instead. */
import { BackLink, Button, Columns, Form, PageHeading, page, seeOther, TextInput } from '../../../design/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { readTrackingNumber } from '../../rules/tracking-number.ts';
import { PRIVATE } from './opened.ts';
import { wordsIn } from './words.ts';

export function lostPage(c: WebContext): Promise<Response> {
  return show(c, '', []);
}

/** Only looks whether the number can be one. Whether there is such a complaint is not said here. */
export async function startLinked(c: WebContext): Promise<Response> {
  const words = wordsIn(c.get('language'));
  const typed = readForm(c).text('number').trim().slice(0, 60);
  const number = readTrackingNumber(typed);
  if (number) return seeOther(c, `/complaints/new?continues=${number}`);
  return show(c, typed, [{ field: 'number', message: typed === '' ? words.numberMissing : words.numberWrong }]);
}

function show(c: WebContext, typed: string, errors: readonly { field: string; message: string }[]): Promise<Response> {
  const words = wordsIn(c.get('language'));
  return page(
    c,
    { title: words.lostTitle, before: <BackLink href="/follow" text={words.backToEntry} />, errors, headers: PRIVATE },
    <Columns>
      <PageHeading>{words.lostTitle}</PageHeading>
      <p class="govuk-body-l">{words.lostWhy}</p>
      <p>{words.lostContact}</p>
      <p>{words.lostGoesOn}</p>
      <p>
        {words.lostPublic} <a href="/complaints">{words.readPublicLink}</a>
      </p>
      <h2>{words.lostNew}</h2>
      <p>{words.lostNewText}</p>
      <Form action="/follow/lost">
        <TextInput
          name="number"
          label={words.lostNumber}
          hint={words.numberHint}
          value={typed}
          inputmode="numeric"
          autocomplete="off"
          width={20}
          code
        />
        <Button kind="secondary">{words.lostStart}</Button>
      </Form>
    </Columns>,
  );
}
