/** What the public page of an agreement shows of its way as an action plan; nothing for every other kind. */
import type { Child } from 'hono/jsx';
import type { Language } from '../../../kernel/language.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { agreementKind } from '../../rules/kinds.ts';

export async function publicRad(_c: WebContext, _tools: Tools, agreement: Agreement, _language: Language): Promise<Child | null> {
  return agreementKind(agreement.kind).isReviewed ? null : null;
}
