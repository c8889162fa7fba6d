/** A case whose whole file somebody may take out, and a variant or a piece of it. */
import { isUuid } from '../../../../kernel/ids.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { allow } from '../../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../../platform/http/refused-request.ts';
import { type Piece, piecesOf } from '../../../actions/reports/bundle/sources.ts';
import { mayBundle } from '../../../rules/reports/permissions.ts';
import { loadVariant, type Variant } from '../../../store/reports/variants.ts';
import { type OpenedCase, onCase } from '../../opened.tsx';
import { type BundleWords, wordsIn } from './words.ts';

type Answer = Response | Promise<Response>;

export interface AskedBundle extends OpenedCase {
  readonly words: BundleWords;
  /** `/desk/cases/:id/bundle` */
  readonly bundlePath: string;
}

export interface AskedVariant extends AskedBundle {
  readonly variant: Variant;
  readonly variantPath: string;
}

export interface AskedPiece extends AskedVariant {
  readonly piece: Piece;
  readonly piecePath: string;
}

/** For colleagues who may read the case but not take its file out, the page is not there. */
export function onBundle(answer: (asked: AskedBundle) => Answer): (c: WebContext) => Promise<Response> {
  return onCase((opened) => {
    if (!mayBundle(opened.file, opened.actor)) return opened.c.notFound();
    return answer({ ...opened, words: wordsIn(opened.language), bundlePath: `${opened.path}/bundle` });
  });
}

export function onVariant(answer: (asked: AskedVariant) => Answer): (c: WebContext) => Promise<Response> {
  return onBundle(async (asked) => {
    const { c, tools, file, bundlePath } = asked;
    const id = c.req.param('variant') ?? '';
    const variant = isUuid(id) ? await loadVariant(tools.db, file.id, id) : undefined;
    return variant ? answer({ ...asked, variant, variantPath: `${bundlePath}/variants/${variant.id}` }) : c.notFound();
  });
}

export function onPiece(answer: (asked: AskedPiece) => Answer): (c: WebContext) => Promise<Response> {
  return onVariant(async (asked) => {
    const { c, tools, file, variantPath } = asked;
    const key = c.req.param('piece') ?? '';
    const piece = (await piecesOf(tools, file)).find((each) => each.key === key);
    // An internal piece of a variant for outside has nothing to decide.
    if (!piece || (asked.variant.audience === 'outside' && piece.audience === 'internal')) return c.notFound();
    return answer({ ...asked, piece, piecePath: `${variantPath}/pieces/${encodeURIComponent(piece.key)}` });
  });
}

/** A whole file takes the server some work. */
export async function unlessTooOften({ c, tools, actor, now }: AskedBundle): Promise<void> {
  const { allowed, retryAfterSeconds } = await allow(tools, {
    ...{ bucket: 'case-bundle', limit: 60, windowSeconds: 3600 },
    key: actor.personId,
    now,
  });
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
  c.header('Cache-Control', 'private, no-store');
}
