/** What every page of a meeting begins with: a member of the plenary of its office, or of an office above it. */
import type { Child } from 'hono/jsx';
import { BackLink, PageHeading, page, StatusTag, type Tone } from '../../../design/index.ts';
import { agencyById, type OfficerAsked, officersOnly } from '../../../directory/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { PLENARY_STATE_LABELS, type Plenary, type PlenaryState } from '../../rules/verification/plenary.ts';
import { maySeePlenary } from '../../rules/verification/plenary-permissions.ts';
import { loadPlenary } from '../../store/verification/plenaries.ts';
import type { Refused } from './refused.ts';
import { type VerificationWords, wordsIn } from './words.ts';

export const PLENARIES = '/desk/plenaries';
/** Addresses with an id; fixed ones (`new`) come before them. */
export const ONE_PLENARY = `${PLENARIES}/:id{[0-9a-f-]{36}}`;

export const STATE_TONES: Readonly<Record<PlenaryState, Tone>> = {
  planned: 'info',
  open: 'accent',
  minutes: 'warning',
  ended: 'neutral',
  cancelled: 'neutral',
};

export interface OpenedPlenary extends OfficerAsked {
  readonly plenary: Plenary;
  /** `/desk/plenaries/:id` */
  readonly path: string;
  /** `3/2026` */
  readonly number: string;
  readonly words: VerificationWords;
}

export function onPlenaryPage(
  answer: (opened: OpenedPlenary) => Response | Promise<Response>,
): (c: WebContext) => Promise<Response> {
  return officersOnly(async (asked) => {
    const { c, tools, actor, language } = asked;
    const id = c.req.param('id') ?? '';
    const plenary = isUuid(id) ? await loadPlenary(tools.db, id) : undefined;
    if (!plenary || !maySeePlenary(actor, plenary)) return c.notFound();
    const number = `${plenary.number}/${plenary.year}`;
    return answer({ ...asked, plenary, path: `${PLENARIES}/${plenary.id}`, number, words: wordsIn(language) });
  });
}

/** @param title of the page; the meeting itself is named above it */
export async function plenaryPage(
  opened: OpenedPlenary,
  title: string,
  body: Child,
  options: Partial<Refused> & { readonly back?: 'list' | 'meeting'; readonly wide?: boolean } = {},
): Promise<Response> {
  const { c, tools, plenary, path, number, words, language } = opened;
  const office = await agencyById(tools.db, plenary.officeId);
  const back = options.back ?? 'meeting';
  return page(
    c,
    {
      title,
      before:
        back === 'list' ? (
          <BackLink href={PLENARIES} text={words.plenary.toList} />
        ) : (
          <BackLink href={path} text={words.plenary.toMeeting} />
        ),
      errors: options.errors ?? [],
      wide: options.wide ?? false,
      ...(options.status ? { status: options.status } : {}),
    },
    <>
      <PageHeading caption={back === 'list' ? office?.name : `${words.plenaries.meeting(number)} · ${office?.name ?? ''}`}>
        {title}
      </PageHeading>
      <p>
        <StatusTag label={PLENARY_STATE_LABELS[plenary.state][language]} tone={STATE_TONES[plenary.state]} />
      </p>
      {body}
    </>,
  );
}
