import { sql } from 'kysely';
import { actorFor } from '../../directory/index.ts';
import { dayOf } from '../../kernel/time.ts';
import { lawBook } from '../../law/index.ts';
import type { Db } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { eachOnItsOwn } from '../../platform/jobs/each-on-its-own.ts';
import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';
import type { Tools } from '../../platform/tools.ts';
import { keepersOf, tell } from '../actions/signing/tell.ts';
import { holdsOffice, isOpenToSign, isTheirTurn, signerState } from '../rules/signing/turn.ts';
import { loadAgreement } from '../store/agreements.ts';
import { dayThere } from '../store/register/standing.ts';
import { lastRound } from '../store/signing/rounds.ts';

export const SIGN_REMINDERS = 'agreements.remind-to-sign';

/**
 * Whoever was asked to sign and has not is reminded after every period of the law (`agreement.sign-reminder`) as long as its term runs, and those who prepare
 * the agreement with them. Told once a period: run again, the ledger has it already.
 */
export async function remindToSign(tools: Tools): Promise<void> {
  const now = tools.clock.now();
  const law = await lawBook(tools, tools.db);
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT s.agreement_id AS id FROM agreements.signatories s JOIN agreements.agreements a ON a.id = s.agreement_id
    WHERE s.asked_at IS NOT NULL AND s.signed_at IS NULL AND a.state IN ('signing', 'signed')
      AND (a.in_force_until IS NULL OR a.in_force_until >= ${dayThere(now)}) ORDER BY 1`.execute(tools.db as Db);
  await eachOnItsOwn(tools, rows, async ({ id }) => {
    const agreement = await loadAgreement(tools.db, id);
    const round = agreement && (await lastRound(tools.db, id));
    if (!agreement || !round || round.closedAt !== null) return;
    const today = dayOf(now, agreement.zone);
    if (!isOpenToSign(agreement, today)) return;
    const every = law.parameter('agreement.sign-reminder', today).value;
    const late = agreement.signatories.flatMap((one) => {
      if (one.askedAt === null || signerState(one) !== 'asked' || !isTheirTurn(agreement, one)) return [];
      const times = Math.floor(dayOf(one.askedAt, agreement.zone).until(today, { largestUnit: 'day' }).days / every);
      // By the day they were asked: whoever is asked again, or after others, is waited for anew.
      const stage = `round-${round.no}-${dayOf(one.askedAt, agreement.zone).toString()}-${times}`;
      return times >= 1 ? [{ one, times, stage }] : [];
    });
    if (late.length === 0) return;
    await inTransaction(tools, async (tx) => {
      for (const { one, stage } of late) {
        const { personId } = one;
        const signer = personId === null ? undefined : await actorFor(tx as Db, personId, today);
        // Whoever has left that office could not sign: those who prepare it name somebody else.
        if (personId !== null && signer && holdsOffice(signer, agreement, one))
          await tell(tools, tx, agreement, { purpose: 'agreement.sign-reminder', stage, people: [personId] });
      }
      const longest = late.reduce((most, one) => (one.times > most.times ? one : most));
      const people = await keepersOf(tx, agreement, today);
      await tell(tools, tx, agreement, { purpose: 'agreement.sign-missing', stage: longest.stage, people });
    });
  });
}

export const signingErrands: ErrandList = { [SIGN_REMINDERS]: (tools) => remindToSign(tools) };

/** In the morning everywhere in Indonesia. */
export const signingRecurring: Recurring = [{ errand: SIGN_REMINDERS, crontab: '30 23 * * *' }];
