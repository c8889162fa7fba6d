/** What was changed in a line after its plan was signed: what it said before, what it says now, when and why. Never who. */
import type { Child } from 'hono/jsx';
import { formatDay, Table, Timeline } from '../../../design/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Line } from '../../rules/line.ts';
import { LINE_FIELDS, publicFieldsOf } from '../../rules/lines/changed-fields.ts';
import { changesOf } from '../../store/lines/changes.ts';
import { showField } from '../lines/show-field.ts';
import type { OpenedPublic } from './opened-public.ts';

export async function LineChanges({ opened, line }: { opened: OpenedPublic; line: Line }): Promise<Child> {
  const { tools, agreement, words, language } = opened;
  const changes = (await changesOf(tools.db, agreement.id, line.id)).filter(
    (change) => change.afterSigning && publicFieldsOf(change.after).length > 0,
  );
  if (changes.length === 0) return null;
  const items = await Promise.all(
    changes.toReversed().map(async (change) => ({
      title: words.changedTitle,
      when: formatDay(dayOf(change.at, agreement.zone), language, 'short'),
      body: (
        <>
          <p class="tuntas-preserve">{change.reason}</p>
          <Table
            id={`change-${change.id}`}
            caption={words.changes}
            captionSize="hidden"
            columns={[{ label: words.changedWhat }, { label: words.before }, { label: words.afterwards }]}
            rows={
              await Promise.all(
                publicFieldsOf(change.after).map(async (field) => [
                  LINE_FIELDS[field][language],
                  await showField(opened, field, change.before[field] ?? null),
                  await showField(opened, field, change.after[field] ?? null),
                ]),
              )
            }
          />
        </>
      ),
    })),
  );
  return (
    <>
      <h2>{words.changes}</h2>
      <Timeline headingLevel={3} items={items} />
    </>
  );
}
