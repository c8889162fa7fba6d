/**
 * Is anything lost when the power goes? `kill -9` of the app, and of the database server, in the middle of intake with mails;
 * then everything that was acknowledged is looked for. See README.md.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type AppProcess, untilReady } from './app/app-process.ts';
import { unopened } from './checks/codes.ts';
import { countFiled, lostOf } from './checks/kept.ts';
import { drainedMessages } from './checks/messages.ts';
import { Installation } from './crash/installation.ts';
import { Senders } from './crash/senders.ts';
import { HttpClient } from './load/client.ts';
import { print, rounded, runBench, tell } from './report.ts';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '32' },
    case: { type: 'string', default: 'app,database' },
  },
});
const connections = Number(options.connections);
/** Errands of a dead worker are given back within half a minute; the rest is for a busy machine. */
const DRAIN_SECONDS = 180;

type Victim = 'app' | 'database';

await runBench(async () => {
  for (const victim of (['app', 'database'] as const).filter((name) => options.case.split(',').includes(name))) {
    const installation = new Installation();
    try {
      await crashAgainAndAgain(installation, victim);
    } finally {
      installation.remove();
    }
  }
});

async function crashAgainAndAgain(installation: Installation, victim: Victim): Promise<void> {
  tell(`crash ${victim}: first start, with example data`);
  let app = await installation.start();
  const { complaints: before } = await installation.query(countFiled);
  const senders = new Senders();
  let broken = 0;
  try {
    for (let round = 1; round <= Number(options.rounds); round++) {
      const killed = await killInTheMiddle(installation, app, senders, victim);
      const began = performance.now();
      app = await backAgain(installation, app);
      const recoveredSeconds = (performance.now() - began) / 1000;
      const found = await lookAround(installation, app, senders, before);
      const met = Object.values(found.faults).every((count) => count === 0);
      if (!met) broken += 1;
      const faults = Object.values(found.faults).reduce((sum, count) => sum + count, 0);
      print({
        ...{ bench: 'crash', case: `kill -9 ${victim}`, figure: 'round', round },
        ...{ value: faults, unit: 'faults', limit: 0, ratio: 0, met },
        ...{
          ...killed,
          recoveredSeconds: rounded(recoveredSeconds),
          acknowledged: senders.acknowledged.length,
          mails: found.mails,
          ...found.faults,
        },
      });
    }
  } finally {
    if (app.isRunning()) await app.stop();
  }
  print({
    ...{ bench: 'crash', case: `kill -9 ${victim}`, figure: 'rounds that lost, doubled or broke something' },
    ...{ value: broken, unit: 'rounds', limit: 0, ratio: 0, met: broken === 0 },
    ...{ rounds: Number(options.rounds), acknowledged: senders.acknowledged.length },
  });
}

/** Files for some seconds, kills in the midst of it, and lets the senders notice. */
async function killInTheMiddle(installation: Installation, app: AppProcess, senders: Senders, victim: Victim) {
  const client = new HttpClient(app.address, connections);
  const from = senders.acknowledged.length;
  let isOver = false;
  const filing = senders.fileUntil(client, connections, () => isOver);
  // Not always at the same point of what runs every second.
  await sleep(3000 + Math.random() * 2000);
  const inHand = senders.acknowledged.length - from;
  if (inHand === 0) throw new Error('nothing was being filed when it was to be interrupted');
  if (victim === 'app') await app.kill();
  else process.kill(installation.postmaster(), 'SIGKILL');
  await sleep(500);
  isOver = true;
  await filing;
  client.close();
  return { acknowledgedThisRound: senders.acknowledged.length - from, unanswered: senders.unanswered };
}

/** A killed app is started by the same command. An app whose database was killed starts that again by itself. */
async function backAgain(installation: Installation, app: AppProcess): Promise<AppProcess> {
  if (!app.isRunning()) return installation.start();
  await untilReady(app);
  return app;
}

async function lookAround(installation: Installation, app: AppProcess, senders: Senders, before: number) {
  const client = new HttpClient(app.address, connections);
  const lostAtOnce = await installation.query((db) => lostOf(db, senders.acknowledged));
  const unopenedCodes = await unopened(client, senders.acknowledged);
  await senders.sendAgain(client);
  client.close();
  const audit = await installation.command('audit', 'verify', '--json');
  if (audit.code !== 0) tell(audit.said);
  return installation.query(async (db) => {
    const messages = await drainedMessages(db, DRAIN_SECONDS);
    const { complaints } = await countFiled(db);
    const lost = await lostOf(db, senders.acknowledged);
    return {
      mails: messages.mails,
      faults: {
        lost: new Set([...lostAtOnce, ...lost]).size,
        unopened: unopenedCodes,
        refusedAgain: senders.unanswered,
        filedTwice: Math.max(0, complaints - before - senders.sent),
        missing: Math.max(0, before + senders.sent - complaints),
        auditBroken: audit.code === 0 ? 0 : 1,
        ...messages.faults,
      },
    };
  });
}
