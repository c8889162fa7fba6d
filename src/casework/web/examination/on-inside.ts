/** A case for whoever may read its inside: plans, evidence, allegations, tasks. Who recorded a report at the counter follows it from outside. */
import type { WebContext } from '../../../platform/http/env.ts';
import { mayReadAudience } from '../../rules/visibility.ts';
import { type OpenedCase, onCase } from '../opened.tsx';

export function onInside(answer: (opened: OpenedCase) => Response | Promise<Response>): (c: WebContext) => Promise<Response> {
  return onCase((opened) => (mayReadAudience(opened.file, 'internal', opened.actor) ? answer(opened) : opened.c.notFound()));
}
