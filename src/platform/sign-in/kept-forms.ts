import { isUuid } from '../../kernel/ids.ts';
import type { WebContext } from '../http/env.ts';
import { ownPath } from '../http/language.ts';
import { readForm } from '../http/read-form.ts';
import { visitOf } from '../http/visit.ts';
import { keyedHash } from '../keyed-hash.ts';
import { openSecret, sealSecret } from './second-factor/sealing.ts';
import { moment, signInTables } from './tables.ts';

/** A form as it was typed before signing in again was needed. */
export interface KeptForm {
  readonly path: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Files came with it; they were not kept and must be chosen again. */
  readonly hadFiles: boolean;
}

const KEPT_MINUTES = 60;
const PURPOSE = 'kept-form';
/** Never kept, not even sealed. */
const SECRET_FIELD = /password|code/i;

/**
 * Sends a visitor to sign in and back to where they wanted to go. Of a form that arrived after the session had ended, everything
 * typed is kept (sealed, for this browser, one hour) and offered again after signing in.
 *
 * @param onward where to go after signing in when the request was no page to come back to
 */
export async function sendToSignIn(c: WebContext, onward = '/desk'): Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  const back = c.req.method === 'GET' ? `${pathname}${search}` : ((await keepForm(c, pathname)) ?? onward);
  return c.redirect(`/sign-in?return=${encodeURIComponent(ownPath(back))}`, 303);
}

async function keepForm(c: WebContext, path: string): Promise<string | undefined> {
  const visit = visitOf(c);
  const form = readForm(c);
  const fields = Object.entries(form.typed())
    .filter(([name]) => !SECRET_FIELD.test(name))
    .flatMap(([name, value]) => (typeof value === 'string' ? [value] : value).map((one) => [name, one] as const));
  if (visit === undefined || fields.length === 0) return undefined;
  const { db, keys, random, clock } = c.get('tools');
  const id = random.id();
  const kept: KeptForm = { path, fields, hadFiles: form.allUploads().length > 0 };
  await signInTables(db)
    .insertInto('sign_in.kept_forms')
    .values({
      id,
      visit_hash: keyedHash(keys, PURPOSE, visit),
      sealed: sealSecret(keys, id, JSON.stringify(kept), PURPOSE),
      expires_at: clock.now().add({ minutes: KEPT_MINUTES }).toString(),
    })
    .execute();
  return `/sign-in/kept/${id}`;
}

/** The kept form of this browser; `undefined` when there is none by that id, or no longer. */
export async function keptForm(c: WebContext, id: string): Promise<KeptForm | undefined> {
  const visit = visitOf(c);
  if (visit === undefined || !isUuid(id)) return undefined;
  const { db, keys, clock } = c.get('tools');
  const row = await signInTables(db)
    .selectFrom('sign_in.kept_forms')
    .select('sealed')
    .where('id', '=', id)
    .where('visit_hash', '=', keyedHash(keys, PURPOSE, visit))
    .where('expires_at', '>', moment(clock.now()))
    .executeTakeFirst();
  return row && (JSON.parse(openSecret(keys, id, row.sealed, PURPOSE)) as KeptForm);
}
