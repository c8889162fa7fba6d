/**
 * How many complaints come in a second, and what our own work around that of the database costs: the whole app over HTTP in
 * turns with a bare loop that runs the same statements over the same kind of pool. See README.md.
 */
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { runCommand } from './app/app-process.ts';
import { makeOwnServer, type OwnServer } from './app/own-server.ts';
import { countFiled, lostOf } from './checks/kept.ts';
import { formIntake } from './intake/form.ts';
import type { Intake } from './intake/intake.ts';
import { jsonIntake } from './intake/json.ts';
import { type Load, measure } from './intake/measure.ts';
import { countStatements } from './replay/replay.ts';
import { print, rounded, runBench } from './report.ts';

const LEAST_RATIO = 0.5;
const AIM = { perSecond: 200, seconds: 60 };
const INTAKES: readonly Intake[] = [jsonIntake, formIntake];

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '4' },
    connections: { type: 'string', default: '32' },
    case: { type: 'string', default: INTAKES.map(({ name }) => name).join(',') },
    web: { type: 'string' },
    profile: { type: 'string' },
  },
});

const load: Load = {
  seconds: Number(options.seconds),
  rounds: Number(options.rounds),
  connections: Number(options.connections),
  serveArgs: options.web ? ['--web', options.web] : [],
  profile: options.profile,
};

await runBench(async () => {
  for (const intake of INTAKES.filter(({ name }) => options.case.split(',').includes(name))) {
    const server = await makeOwnServer();
    try {
      await bench(server, intake);
    } finally {
      await server.remove();
    }
  }
});

async function bench(server: OwnServer, intake: Intake): Promise<void> {
  const { app, bare, appCpu, bareCpu, acknowledged, errands } = await measure(server, intake, load);
  const ratio = app.perSecond / bare.perSecond;
  const common = { bench: 'intake', case: intake.name, connections: load.connections, durable: server.durable };
  print({
    ...common,
    figure: 'ratio',
    value: rounded(ratio),
    unit: 'of the bare loop',
    limit: LEAST_RATIO,
    ratio: rounded(ratio),
    met: ratio >= LEAST_RATIO,
    perSecond: rounded(app.perSecond),
    barePerSecond: rounded(bare.perSecond),
    latencyMs: app.latency,
    bareLatencyMs: bare.latency,
    cpuMs: appCpu,
    bareCpuMs: bareCpu,
    filed: acknowledged.length,
    ...countStatements(errands),
  });
  const heldLong = load.rounds === 1 && load.seconds >= AIM.seconds;
  print(
    {
      ...common,
      figure: heldLong ? 'rate held' : 'rate, not held for 60 s at a stretch',
      value: rounded(app.perSecond),
      unit: 'complaints/s',
      limit: AIM.perSecond,
      ratio: rounded(app.perSecond / AIM.perSecond),
      met: app.perSecond >= AIM.perSecond,
      seconds: rounded(app.seconds),
      slowestSecond: app.slowest,
    },
    false,
  );
  await checkNothingLost(server, common, acknowledged);
}

async function checkNothingLost(
  server: OwnServer,
  common: { readonly bench: string; readonly case: string },
  acknowledged: Parameters<typeof lostOf>[1],
): Promise<void> {
  const client = new Client({ connectionString: server.appUrl });
  await client.connect();
  const lost = await lostOf(client, acknowledged);
  const { complaints } = await countFiled(client);
  await client.end();
  const extra = complaints - acknowledged.length;
  const lostFigure = { figure: 'lost', unit: 'complaints', limit: 0, ratio: 0 };
  print({
    ...common,
    ...lostFigure,
    value: lost.length,
    met: lost.length === 0 && extra === 0,
    acknowledged: acknowledged.length,
    extra,
  });
  const audit = await runCommand(['audit', 'verify', '--json'], server.env);
  const broken = audit.said.split('\n').filter((line) => line.includes('"grade":"broken"'));
  print({ ...common, figure: 'audit breaks', unit: 'findings', limit: 0, ratio: 0, value: broken.length, met: audit.code === 0 });
}
