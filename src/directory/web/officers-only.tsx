/** What every page of a desk begins with: a signed-in officer. Rooms put what they open themselves on top of it. */
import { EmptyState, LinkButton, page } from '../../design/index.ts';
import type { Officer } from '../../kernel/actor.ts';
import type { Language } from '../../kernel/language.ts';
import type { Moment } from '../../kernel/time.ts';
import type { WebContext } from '../../platform/http/env.ts';
import { sendToSignIn, signedInPersonId } from '../../platform/sign-in/index.ts';
import type { Tools } from '../../platform/tools.ts';

export interface OfficerAsked {
  readonly c: WebContext;
  readonly tools: Tools;
  readonly actor: Officer;
  readonly language: Language;
  readonly now: Moment;
}

/** Officers only: anybody else is sent to sign in, whatever the address, so that no address tells anything. What was typed is kept. */
export function officersOnly(
  answer: (asked: OfficerAsked) => Response | Promise<Response>,
): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const actor = c.get('actor');
    const [tools, language] = [c.get('tools'), c.get('language')];
    if (actor.kind === 'officer') return answer({ c, tools, actor, language, now: tools.clock.now() });
    if ((await signedInPersonId(c)) !== null) return withoutPosition(c, language);
    return sendToSignIn(c);
  };
}

const WORDS = {
  id: {
    title: 'Anda tidak memegang jabatan saat ini',
    why: 'Akun Anda masuk, tetapi hari ini tidak ada jabatan yang berlaku.',
    next: 'Bila seharusnya ada, hubungi koordinator atau administrator yang mengangkat Anda.',
    account: 'Ke akun saya',
  },
  en: {
    title: 'You hold no position at present',
    why: 'Your account is signed in, but no position is in force today.',
    next: 'If there should be one, ask the coordinator or administrator who appointed you.',
    account: 'To my account',
  },
} as const;

/** Signed in, but today no position is in force. Sending them to sign in again would go in circles. */
function withoutPosition(c: WebContext, language: Language): Promise<Response> {
  const words = WORDS[language];
  return page(
    c,
    { title: words.title, status: 403 },
    <>
      <h1>{words.title}</h1>
      <EmptyState title={words.why} action={<LinkButton href="/account">{words.account}</LinkButton>}>
        <p>{words.next}</p>
      </EmptyState>
    </>,
  );
}
