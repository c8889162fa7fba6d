import { Temporal } from '../../kernel/time.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { createExampleAccount } from '../../platform/sign-in/index.ts';
import type { Tools } from '../../platform/tools.ts';
import { writePosition } from '../actions/appoint-position.ts';
import { agencyId } from '../reference/agency-seed.ts';
import { POSITION_KINDS } from '../rules/positions.ts';
import { agencyByCode } from '../store/agencies.ts';
import { insertPerson, personByEmail } from '../store/people.ts';
import { EXAMPLE_PASSWORD, EXAMPLE_PEOPLE, type ExamplePerson } from './people.ts';

/** In office since then; the decree is as invented as the people. */
const SINCE = Temporal.PlainDate.from('2025-01-02');
const AT_ONCE = 4;

/** The id of an example person, the same everywhere: examples of other rooms point at it. */
export function examplePersonId(email: string): string {
  return agencyId(`example person ${email}`);
}

/** Makes the example people with their positions and accounts; those who are there already are left alone. Example mode only. */
export async function loadExamplePeople(tools: Tools): Promise<{ what: string; count: number }[]> {
  const waiting = [...EXAMPLE_PEOPLE.entries()];
  // Each makes a password hash, which takes its time by design: a few side by side.
  const helpers = Array.from({ length: AT_ONCE }, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await loadOne(tools, next[1], next[0]);
  });
  await Promise.all(helpers);
  return [{ what: 'example people', count: EXAMPLE_PEOPLE.length }];
}

async function loadOne(tools: Tools, example: ExamplePerson, position: number): Promise<void> {
  await inTransaction(tools, async (tx) => {
    const { email, name, kind, agency: code } = example;
    if ((await personByEmail(tx, email)) !== undefined) return;
    const agency = await agencyByCode(tx, code);
    if (agency === undefined) throw new Error(`the directory has no agency ${code}`);
    const personId = examplePersonId(email);
    await insertPerson(tx, { id: personId, name, email, phone: null, isExample: true }, tools.clock.now().toString());
    await writePosition(tools, tx, { kind: 'system', errand: 'example-data' }, personId, {
      kind,
      agencyId: agency.id,
      decree: { number: `SK CONTOH ${position + 1}/2025`, on: SINCE.subtract({ days: 1 }) },
      startsOn: SINCE,
    });
    const title = POSITION_KINDS[kind].label;
    const description = {
      id: `${name} · ${title.id}, ${agency.shortName}. Coba: ${example.toTry.id}.`,
      en: `${name} · ${title.en}, ${agency.shortName}. Try: ${example.toTry.en}.`,
    };
    await createExampleAccount(tools, tx, {
      ...{ personId, email, password: EXAMPLE_PASSWORD, description },
      ...{ position, isExtra: example.isExtra ?? false },
    });
  });
}
