/**
 * How much memory it takes to hand out a whole case file: the app, in a process of its own, packs 200 documents (100 MB) into a ZIP for a reader
 * that keeps nothing, and is watched meanwhile. See README.md.
 */
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { unzipSync } from 'fflate';
import { Client } from 'pg';
import { openCase } from '../src/casework/actions/open-case.ts';
import { insertCaseFiles } from '../src/casework/store/intake/files.ts';
import { loadReference } from '../src/cli/reference.ts';
import { agencyByCode, examplePersonId, loadExamplePeople } from '../src/directory/index.ts';
import { connect } from '../src/platform/database/connect.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { inTransaction } from '../src/platform/database/transaction.ts';
import { composePdf } from '../src/platform/documents/index.ts';
import { putSealed } from '../src/platform/files/seal.ts';
import { prepareDatabase, startPostgres } from '../src/platform/postgres/index.ts';
import { openSession } from '../src/platform/sign-in/index.ts';
import type { Tools } from '../src/platform/tools.ts';
import { type AppProcess, startApp } from './app/app-process.ts';
import { cpuSeconds } from './app/cpu-time.ts';
import { assembleInProcess } from './app/in-process.ts';
import { watchMemory } from './app/memory.ts';
import { makeFolder, removeFolder } from './folder.ts';
import { print, rounded, runBench, tell } from './report.ts';

const DOCUMENTS = 200;
const BYTES_EACH = 500_000;
const MOST_MIB_ABOVE_IDLE = 50;
const PORT = 31_989;
const WHO = 'kepala@ombudsman-bali.example';

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });

await runBench(async () => {
  const folder = makeFolder('bundle');
  const postgres = join(folder, 'postgres');
  const server = await startPostgres({ folder: postgres });
  try {
    const { appUrl, ownerUrl } = await prepareDatabase(server.superuserUrl, 'tuntas', server.access);
    await migrate(ownerUrl);
    const owner = connect(ownerUrl, { statementTimeout: 0, max: 2 });
    await loadReference(owner.db).finally(() => owner.close());
    const secret = randomBytes(48).toString('base64url');
    const env = { TUNTAS_DATA: join(folder, 'data'), TUNTAS_SECRET: secret, RATE_LIMIT_FACTOR: '1000000' };
    const installed = await assembleInProcess(env, appUrl);
    const made = await makeCases(installed.tools, server.superuserUrl).finally(() => installed.close());
    const app = await startApp({
      env: { ...env, DATABASE_URL: appUrl },
      port: PORT,
      logFile: join(folder, 'app.log'),
      args: ['--web-only'],
    });
    try {
      await measure(app, made);
    } finally {
      await app.stop();
    }
  } finally {
    await server.stop();
    removeFolder(folder, postgres);
  }
});

interface Made {
  readonly token: string;
  readonly caseId: string;
  /** A case with little in it: what the first bundle loads and compiles belongs to idle. */
  readonly smallId: string;
  readonly sums: ReadonlySet<string>;
}

async function makeCases(tools: Tools, superuserUrl: string): Promise<Made> {
  tell(`bundle: a case with ${DOCUMENTS} documents`);
  // Example people exist in example mode only; here one of them gets an account like anybody's.
  await loadExamplePeople({ ...tools, settings: { ...tools.settings, exampleMode: true } });
  const url = new URL(superuserUrl);
  url.pathname = '/tuntas';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query('UPDATE sign_in.accounts SET is_example = false').finally(() => client.end());
  const sums = new Set<string>();
  const caseId = await caseWith(tools, DOCUMENTS, sums);
  const smallId = await caseWith(tools, 2, new Set());
  const token = await inTransaction(tools, (tx) => openSession(tools, tx, examplePersonId(WHO), null));
  return { token, caseId, smallId, sums };
}

async function caseWith(tools: Tools, documents: number, sums: Set<string>): Promise<string> {
  const office = await agencyByCode(tools.db, 'ori.bali');
  const agency = await agencyByCode(tools.db, '51.05.dinkes');
  if (!office || !agency) throw new Error('the reference data lacks an agency');
  const { id } = await inTransaction(tools, (tx) =>
    openCase(
      tools,
      tx,
      { kind: 'visitor' },
      {
        ...{ access: 'LM', channel: 'web', officeId: office.id, secret: false, tip: false, regionCode: '51.05' },
        ...{
          title: 'Berkas besar (contoh)',
          account: 'Contoh.',
          respondents: [{ agencyId: agency.id, position: 'Kepala Dinas' }],
        },
      },
    ),
  );
  for (let n = 1; n <= documents; n++) {
    // Half of them PDFs whose pages are counted, as letters and scans are; the rest photographs.
    const bytes = n % 2 === 0 ? await scan(n) : randomBytes(BYTES_EACH);
    const digest = createHash('sha256').update(bytes).digest();
    sums.add(digest.toString('hex'));
    const storeKey = `uploads/${tools.random.id()}`;
    await putSealed(tools, storeKey, bytes);
    await inTransaction(tools, (tx) =>
      insertCaseFiles(tx, id, [
        {
          ...{ id: tools.random.id(), entryId: null, audience: 'parties', at: tools.clock.now(), author: 'complainant' },
          ...{ mediaType: n % 2 === 0 ? 'application/pdf' : 'image/jpeg', isImage: n % 2 !== 0, bytes: bytes.length },
          ...{ sha256: digest, storeKey, thumbnailKey: null, width: null, height: null },
        },
      ]),
    );
  }
  return id;
}

/** A PDF of half a megabyte, most of it an attachment, as a scan is mostly its picture. */
function scan(n: number): Promise<Uint8Array> {
  return composePdf({
    ...{ title: `Surat ${n}`, lang: 'id', author: 'Tuntas (contoh)', at: new Date(0) },
    blocks: [{ kind: 'heading', level: 1, text: `Surat ${n}` }],
    attachments: [
      { name: 'isi.bin', mediaType: 'application/octet-stream', content: randomBytes(BYTES_EACH - 30_000), description: 'Isi' },
    ],
  });
}

async function measure(app: AppProcess, made: Made): Promise<void> {
  const headers = { Cookie: `session=${made.token}` };
  const urlOf = (id: string) => `${app.address}/desk/cases/${id}/bundle.zip`;
  await drain(urlOf(made.smallId), headers);
  await drain(urlOf(made.smallId), headers);
  const peaks: number[] = [];
  const seconds: number[] = [];
  let idle = 0;
  let bytes = 0;
  let cpu = 0;
  for (let round = 1; round <= Number(options.rounds); round++) {
    tell(`bundle: ${round} of ${options.rounds}`);
    await sleep(2000);
    const before = cpuSeconds(app.pid) ?? 0;
    const memory = watchMemory([app.pid]);
    const from = performance.now();
    bytes = await drain(urlOf(made.caseId), headers);
    seconds.push((performance.now() - from) / 1000);
    const { othersMiB, othersAtStartMiB } = memory.stop();
    cpu = (cpuSeconds(app.pid) ?? 0) - before;
    if (round === 1) idle = othersAtStartMiB;
    // Held against the first idle, so that what stays behind counts too.
    peaks.push(othersMiB - idle);
  }
  const above = Math.max(...peaks);
  print({
    ...{ bench: 'bundle', case: `${DOCUMENTS} documents`, figure: 'memory above idle' },
    ...{ value: rounded(above), unit: 'MiB', limit: MOST_MIB_ABOVE_IDLE, met: above <= MOST_MIB_ABOVE_IDLE },
    ...{ idleMiB: rounded(idle), peaks: peaks.map(rounded), seconds: seconds.map(rounded), cpuSeconds: rounded(cpu) },
    ...{ megabytes: rounded(bytes / 1e6) },
  });
  const wrong = await differing(urlOf(made.caseId), headers, made.sums);
  print({
    ...{
      bench: 'bundle',
      case: `${DOCUMENTS} documents`,
      figure: 'documents missing or changed',
      value: wrong,
      unit: 'documents',
    },
    ...{ limit: 0, met: wrong === 0 },
  });
}

async function drain(url: string, headers: Record<string, string>): Promise<number> {
  const answer = await fetch(url, { headers, redirect: 'manual' });
  if (!answer.ok || !answer.body) throw new Error(`the bundle answered ${answer.status}`);
  let bytes = 0;
  for await (const chunk of answer.body) bytes += chunk.length;
  return bytes;
}

/** Outside of what is measured: the whole ZIP, unpacked, against what was put in and against its own SHA256SUMS. */
async function differing(url: string, headers: Record<string, string>, sums: ReadonlySet<string>): Promise<number> {
  const files = unzipSync(new Uint8Array(await (await fetch(url, { headers })).arrayBuffer()));
  const told = new Map(
    Buffer.from(files.SHA256SUMS ?? [])
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)] as const),
  );
  const missing = new Set(sums);
  let wrong = 0;
  for (const [path, content] of Object.entries(files)) {
    if (path === 'SHA256SUMS') continue;
    const sum = createHash('sha256').update(content).digest('hex');
    missing.delete(sum);
    if (told.get(path) !== sum) wrong++;
  }
  return wrong + missing.size;
}
