/** Reminders to hand in action plans, and the sealed files of published evaluations. */
import { dayOf } from '../../kernel/time.ts';
import { lawBook } from '../../law/index.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { eachOnItsOwn } from '../../platform/jobs/each-on-its-own.ts';
import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';
import type { Tools } from '../../platform/tools.ts';
import { PDF_ERRAND } from '../actions/rad/evaluations.ts';
import { makeEvaluationPdf } from '../actions/rad/make-pdf.ts';
import { leadersOf, preparersOf, tell } from '../actions/rad/tell.ts';
import { reminderStageOn, standingOfAsked } from '../rules/rad/collection.ts';
import { askedIn, openCollections } from '../store/rad/collections.ts';
import { withoutPdf } from '../store/rad/evaluations.ts';

/** Once a day: each stage is told once for each government, person and due day, by the key of the ledger. */
export async function remindOfPlans(tools: Tools): Promise<void> {
  const law = await lawBook(tools);
  await eachOnItsOwn(tools, await openCollections(tools.db), async (collection) => {
    const today = dayOf(tools.clock.now(), collection.zone);
    const number = (rule: 'agreement.rad-first' | 'agreement.rad-second' | 'agreement.rad-past') =>
      law.parameter(rule, today).value;
    const stage = reminderStageOn(
      collection.dueOn,
      today,
      [number('agreement.rad-first'), number('agreement.rad-second')],
      number('agreement.rad-past'),
    );
    if (stage === null) return;
    const late = (await askedIn(tools.db, collection)).filter(
      (asked) => asked.excusedAt === null && !standingOfAsked(asked, collection, today).hasHandedIn,
    );
    await eachOnItsOwn(tools, late, ({ governmentId }) =>
      inTransaction(tools, async (tx) => {
        const leaders = stage === 'past' ? await leadersOf(tx, governmentId, today) : [];
        await tell(tools, tx, [...(await preparersOf(tx, governmentId, today)), ...leaders], {
          ...{ purpose: 'agreement.rad-reminder', object: { kind: 'rad-collection', id: collection.id } },
          stage: `${stage}:${governmentId}:${collection.dueOn}`,
          details: { title: collection.title, dueOn: collection.dueOn.toString(), stage },
        });
      }),
    );
  });
}

export const radErrands: ErrandList = {
  'agreements.rad-reminders': (tools) => remindOfPlans(tools),
  [PDF_ERRAND]: (tools, payload) => makeEvaluationPdf(tools, String((payload as { evaluation: string }).evaluation)),
  'agreements.rad-evaluation-files': async (tools) =>
    eachOnItsOwn(tools, await withoutPdf(tools.db), (id) => makeEvaluationPdf(tools, id)),
};

export const radRecurring: Recurring = [
  // Eight in the morning in Jakarta, when offices open.
  { errand: 'agreements.rad-reminders', crontab: '7 1 * * *' },
  // What a worker that died left behind.
  { errand: 'agreements.rad-evaluation-files', crontab: '33 * * * *' },
];
