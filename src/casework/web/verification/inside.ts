/** Pages on which the Ombudsman's own reasoning stands: whoever only recorded the report at the counter does not find them. */
import type { WebContext } from '../../../platform/http/env.ts';
import { mayReadAudience } from '../../rules/visibility.ts';
import { type OpenedCase, onCase } from '../opened.tsx';

export function onCaseInside(answer: (opened: OpenedCase) => Response | Promise<Response>): (c: WebContext) => Promise<Response> {
  return onCase((opened) => (mayReadAudience(opened.file, 'internal', opened.actor) ? answer(opened) : opened.c.notFound()));
}
