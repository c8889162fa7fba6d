import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { knownCertificates, twinKeys, verifySeal, verifyTwin } from '../../src/platform/documents/index.ts';
import { readSealed } from '../../src/platform/files/seal.ts';
import type { Tools } from '../../src/platform/tools.ts';

export interface RegisterFaults {
  readonly missing: number;
  readonly doubledNumbers: number;
  readonly gaps: number;
  readonly unfinished: number;
  readonly badFiles: number;
}

interface Row {
  readonly number: string;
  readonly seq: number;
  readonly state: string;
  readonly assessment_id: string;
  readonly pdf_key: string | null;
  readonly pdf_sha256: string | null;
  readonly twin: string | null;
}

/** Looks through the whole register: one valid certificate for each agency, numbers without gaps, every file and twin as it was signed. */
export async function lookThrough(tools: Tools, agencies: number): Promise<RegisterFaults> {
  const client = new Client({ connectionString: tools.settings.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Row>('SELECT * FROM assessments.certificates ORDER BY seq');
    const known = await knownCertificates(tools);
    const keys = await twinKeys(tools.db);
    let badFiles = 0;
    for (const { pdf_key: key, pdf_sha256: sha256, twin } of rows) {
      const pdf = key === null ? Buffer.alloc(0) : await readSealed(tools, key);
      const isWhole =
        createHash('sha256').update(pdf).digest('hex') === sha256 &&
        (await verifySeal(pdf, known)).state === 'intact' &&
        (await verifyTwin(twin ?? '', keys)).ok;
      if (!isWhole) badFiles += 1;
    }
    return {
      missing: agencies - new Set(rows.map((row) => row.assessment_id)).size,
      doubledNumbers:
        rows.length -
        new Set(rows.map((row) => row.number)).size +
        (rows.length - new Set(rows.map((row) => row.assessment_id)).size),
      gaps: (rows.at(-1)?.seq ?? 0) - rows.length,
      unfinished: rows.filter((row) => row.state !== 'valid').length,
      badFiles,
    };
  } finally {
    await client.end();
  }
}

/** An empty register, for the next case. The keys stay. */
export async function emptyRegister(superuserUrl: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('TRUNCATE assessments.certificates, assessments.certificate_numbers, assessments.certificate_batches');
  } finally {
    await client.end();
  }
}
