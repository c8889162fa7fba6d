import type { Child } from 'hono/jsx';
import { LinkButton, PageHeading, page, SubNavigation } from '../../design/index.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import type { WebContext } from '../../platform/http/env.ts';
import { sendToSignIn } from '../../platform/sign-in/index.ts';
import { mayManageLaw } from '../rules/permission.ts';
import { LAW_REFUSALS } from '../rules/refusals.ts';
import { en } from './words.en.ts';
import { id, type LawWords } from './words.id.ts';

export function wordsFor(c: WebContext): LawWords {
  return c.get('language') === 'en' ? en : id;
}

/** Today where the law is made. */
export function today(c: WebContext): Day {
  return dayOf(c.get('tools').clock.now(), 'Asia/Jakarta');
}

const TABS = [
  ['/law', 'parametersTab'],
  ['/law/holidays', 'holidaysTab'],
  ['/law/regulations', 'regulationsTab'],
  ['/law/examples', 'examplesTab'],
  ['/law/changes', 'changesTab'],
] as const satisfies readonly (readonly [string, keyof LawWords])[];

export type Tab = (typeof TABS)[number][0];

/** A public page of the law with its tabs. */
export function lawPage(c: WebContext, tab: Tab, heading: string, body: Child): Promise<Response> {
  const words = wordsFor(c);
  return page(
    c,
    { title: tab === '/law' ? words.title : `${heading} - ${words.title}`, wide: true, robots: 'index' },
    <>
      <PageHeading caption={words.title}>{heading}</PageHeading>
      <SubNavigation
        label={words.sections}
        items={TABS.map(([href, text]) => ({ href, text: words[text], current: href === tab }))}
      />
      {body}
    </>,
  );
}

/** Answers those who may change the law; visitors are asked to sign in, other officers are told whose page this is. */
export async function managing(c: WebContext, answer: () => Promise<Response>): Promise<Response> {
  const actor = c.get('actor');
  if (mayManageLaw(actor)) return answer();
  if (actor.kind !== 'officer') return sendToSignIn(c);
  const words = wordsFor(c);
  return page(
    c,
    { title: words.forbiddenTitle, status: 403 },
    <>
      <PageHeading>{words.forbiddenTitle}</PageHeading>
      <p>{LAW_REFUSALS['law.forbidden'][c.get('language')]}</p>
      <p>{words.forbiddenLead}</p>
      <LinkButton href="/law">{words.seePublic}</LinkButton>
    </>,
  );
}
