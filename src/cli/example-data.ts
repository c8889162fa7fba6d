import type { Command } from 'commander';
import { loadExampleAgreements } from '../agreements/index.ts';
import { loadExampleRounds } from '../assessments/index.ts';
import { loadExampleCases } from '../casework/index.ts';
import { loadExampleComplaints } from '../complaints/index.ts';
import { loadExamplePeople } from '../directory/index.ts';
import type { Label } from '../kernel/language.ts';
import { makeRoot } from '../platform/audit/index.ts';
import type { Tools } from '../platform/tools.ts';
import { loadExampleServices } from '../services/index.ts';
import { type Cli, CommandFault } from './cli.ts';

export function register(program: Command, cli: Cli): void {
  program
    .command('example-data')
    .description(
      cli.text({
        id: 'isi data contoh (orang dan pengaduan rekaan), hanya dalam mode contoh',
        en: 'fill in example data (invented people and complaints), in example mode only',
      }),
    )
    .action(() =>
      cli.withTools(async (tools) => {
        const filled = await fillExampleData(tools, cli.tell);
        cli.print({ filled }, filled.length === 0 ? cli.text(ALL_THERE) : filled.join('\n'));
      }),
    );
}

const ALL_THERE = { id: 'Semua data contoh sudah ada.', en: 'All example data is there already.' };

/** One room's examples. `fill` is called once in the life of a database. */
export interface ExampleSet {
  readonly name: string;
  fill(tools: Tools): Promise<void>;
}

/** In this order: later examples build on earlier ones. */
const SETS: readonly ExampleSet[] = [
  { name: 'people', fill: async (tools) => void (await loadExamplePeople(tools)) },
  // Of a database that was filled in before there were assessments: whoever is there already is left alone.
  { name: 'people who assess', fill: async (tools) => void (await loadExamplePeople(tools)) },
  { name: 'services', fill: async (tools) => void (await loadExampleServices(tools)) },
  { name: 'complaints', fill: async (tools) => void (await loadExampleComplaints(tools)) },
  { name: 'rounds of assessment', fill: async (tools) => void (await loadExampleRounds(tools)) },
  // People of casework, for a database that was filled in before there was any; then their cases.
  { name: 'people who work on cases', fill: async (tools) => void (await loadExamplePeople(tools)) },
  { name: 'cases of the Ombudsman', fill: async (tools) => void (await loadExampleCases(tools)) },
  // People who sign, for a database that was filled in before anybody did; then what they signed.
  { name: 'people who sign', fill: async (tools) => void (await loadExamplePeople(tools)) },
  { name: 'agreements', fill: async (tools) => void (await loadExampleAgreements(tools)) },
  // So that /audit has something to show before the first night.
  { name: 'first root', fill: async (tools) => void (await makeRoot(tools)) },
];

/**
 * Fills in the examples that this database does not hold yet.
 *
 * @returns names of the sets filled in now
 * @throws CommandFault outside example mode: invented people must never stand beside real ones
 */
export async function fillExampleData(tools: Tools, tell: (step: Label) => void): Promise<string[]> {
  if (!tools.settings.exampleMode) throw new CommandFault(NOT_HERE);
  const db = tools.db.withTables<{ 'platform.example_sets': { name: string; filled_at: string } }>();
  const filled: string[] = [];
  for (const set of SETS) {
    const there = await db.selectFrom('platform.example_sets').select('name').where('name', '=', set.name).executeTakeFirst();
    if (there) continue;
    tell({ id: `mengisi data contoh: ${set.name}`, en: `filling in example data: ${set.name}` });
    await set.fill(tools);
    await db
      .insertInto('platform.example_sets')
      .values({ name: set.name, filled_at: tools.clock.now().toString() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    filled.push(set.name);
  }
  return filled;
}

const NOT_HERE = {
  id: 'Data contoh hanya ada dalam mode contoh: tanpa DATABASE_URL, dengan HOST dan BASE_URL lokal.',
  en: 'Example data exists in example mode only: without DATABASE_URL, with HOST and BASE_URL on loopback.',
};
