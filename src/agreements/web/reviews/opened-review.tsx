/** What pages about reviews, evaluations and renewals begin with, and how they show a refusal. */
import type { Child } from 'hono/jsx';
import { BackLink, Columns, type FieldError, PageHeading, page } from '../../../design/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { AGREEMENT_REFUSALS, type AgreementRefusal } from '../../rules/refusals.ts';
import type { Review } from '../../rules/reviews/review.ts';
import { reviewByOrdinal } from '../../store/reviews/reviews.ts';
import { type OpenedAgreement, onAgreement } from '../opened.tsx';
import { type ReviewWords, wordsIn } from './words.ts';

type Answer = Response | Promise<Response>;

export interface Opened extends OpenedAgreement {
  readonly words: ReviewWords;
}

export interface OpenedReview extends Opened {
  readonly review: Review;
  /** `/desk/agreements/RK-2026-0001/reviews/2` */
  readonly here: string;
}

export function onPart(answer: (opened: Opened) => Answer): (c: WebContext) => Promise<Response> {
  return onAgreement((opened) => answer({ ...opened, words: wordsIn(opened.language) }));
}

export function onReview(answer: (opened: OpenedReview) => Answer): (c: WebContext) => Promise<Response> {
  return onPart(async (opened) => {
    const { c, tools, agreement, path } = opened;
    const ordinal = c.req.param('ordinal') ?? '';
    const review = /^[1-9]\d{0,4}$/.test(ordinal) ? await reviewByOrdinal(tools.db, agreement.id, Number(ordinal)) : undefined;
    return review ? answer({ ...opened, review, here: `${path}/reviews/${review.ordinal}` }) : c.notFound();
  });
}

export interface Again {
  readonly errors: readonly FieldError[];
  readonly status: 403 | 409 | 422;
}

/** Refusals as errors of the form they came from; `undefined` = absent, which is answered like something that does not exist. */
export function again(
  opened: Pick<Opened, 'language'>,
  refused: readonly { readonly field: string; readonly code: AgreementRefusal }[],
): Again | undefined {
  const kinds = refused.map(({ code }) => AGREEMENT_REFUSALS[code].kind);
  if (kinds.includes('absent')) return undefined;
  const status = refusalStatus(kinds[0] ?? 'invalid');
  return {
    errors: refused.map(({ field, code }) => ({ field, message: AGREEMENT_REFUSALS[code][opened.language] })),
    status: status === 403 || status === 409 ? status : 422,
  };
}

/** A small page of its own for one step of something: a caption, a title, a form. */
export function stepPage(
  opened: Opened,
  {
    title,
    back,
    caption,
    errors,
    backText,
  }: {
    readonly title: string;
    readonly back: string;
    readonly caption: string;
    readonly errors?: Again | undefined;
    readonly backText?: string;
  },
  body: Child,
): Promise<Response> {
  return page(
    opened.c,
    {
      title: `${title}: ${opened.agreement.code}`,
      before: <BackLink href={back} text={backText ?? opened.words.review.back} />,
      ...(errors ?? {}),
    },
    <Columns>
      <PageHeading caption={caption}>{title}</PageHeading>
      {body}
    </Columns>,
  );
}
