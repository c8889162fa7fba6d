import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../database/database.ts';
import type { Tools } from '../../tools.ts';
import { showsExamples } from '../accounts/example-mode.ts';
import { SESSION_HOURS, SESSION_IDLE_MINUTES, SESSION_TOUCH_SECONDS } from '../limits.ts';
import { moment, signInTables } from '../tables.ts';
import { randomToken, tokenHash } from '../tokens.ts';
import { noteSignIn } from './sign-in-days.ts';

export interface Session {
  readonly id: string;
  readonly personId: string;
}

export interface ListedSession {
  readonly id: string;
  /** Family of browser and system, `null` when it did not say. */
  readonly device: string | null;
  readonly startedAt: Moment;
  readonly lastUsedAt: Moment;
  readonly isThisOne: boolean;
}

/** Opens a session for someone who has shown password and code. Returns the token for the cookie; only its hash is kept. */
export async function openSession(tools: Tools, tx: Tx, personId: string, device: string | null): Promise<string> {
  const token = randomToken(tools.random);
  const now = tools.clock.now();
  await signInTables(tx)
    .insertInto('sign_in.sessions')
    .values({
      id: tools.random.id(),
      token_hash: tokenHash(token),
      person_id: personId,
      device,
      started_at: now.toString(),
      last_used_at: now.toString(),
      expires_at: now.add({ hours: SESSION_HOURS }).toString(),
    })
    .execute();
  await noteSignIn(tools, tx, personId);
  return token;
}

/** The session of a cookie's token, while it holds: within twelve hours of its start and two hours of its last use. */
export async function sessionOfToken(tools: Tools, token: string): Promise<Session | null> {
  const now = tools.clock.now();
  const tables = signInTables(tools.db);
  const row = await tables
    .selectFrom('sign_in.sessions as session')
    .innerJoin('sign_in.accounts as account', 'account.person_id', 'session.person_id')
    .select(['session.id', 'session.person_id', 'session.last_used_at', 'account.is_example'])
    .where('session.token_hash', '=', tokenHash(token))
    .where('session.expires_at', '>', moment(now))
    .where('session.last_used_at', '>', moment(now.subtract({ minutes: SESSION_IDLE_MINUTES })))
    .where('account.closed_at', 'is', null)
    .executeTakeFirst();
  if (!row || (row.is_example && !showsExamples(tools.settings))) return null;
  if (row.last_used_at.until(now).total('seconds') >= SESSION_TOUCH_SECONDS) {
    await tables.updateTable('sign_in.sessions').set({ last_used_at: now.toString() }).where('id', '=', row.id).execute();
  }
  return { id: row.id, personId: row.person_id };
}

/** A person's open sessions, the last used first. */
export async function sessionsOf(tools: Tools, session: Session): Promise<readonly ListedSession[]> {
  const now = tools.clock.now();
  const rows = await signInTables(tools.db)
    .selectFrom('sign_in.sessions')
    .select(['id', 'device', 'started_at', 'last_used_at'])
    .where('person_id', '=', session.personId)
    .where('expires_at', '>', moment(now))
    .where('last_used_at', '>', moment(now.subtract({ minutes: SESSION_IDLE_MINUTES })))
    .orderBy('last_used_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    startedAt: row.started_at,
    lastUsedAt: row.last_used_at,
    isThisOne: row.id === session.id,
  }));
}

/** Ends one of a person's sessions; one of somebody else's stays as it is. */
export async function endSession(tools: Tools, personId: string, sessionId: string): Promise<void> {
  await signInTables(tools.db)
    .deleteFrom('sign_in.sessions')
    .where('id', '=', sessionId)
    .where('person_id', '=', personId)
    .execute();
}

/** Ends all sessions of a person, on every device. */
export async function endAllSessions(tools: Tools, personId: string): Promise<void> {
  await signInTables(tools.db).deleteFrom('sign_in.sessions').where('person_id', '=', personId).execute();
}

/** Ends the session of a cookie's token, if there is one. */
export async function endSessionOfToken(db: Db, token: string): Promise<void> {
  await signInTables(db).deleteFrom('sign_in.sessions').where('token_hash', '=', tokenHash(token)).execute();
}
