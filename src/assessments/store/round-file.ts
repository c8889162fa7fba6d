/** The published raw data of a round, line by line: see rules/round-file.ts. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { canonicalJson, type Json } from '../../platform/audit/canonical-json.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Round } from '../rules/assessment.ts';
import { instrumentOfRound } from './instrument-of.ts';
import type { AssessmentTables } from './tables.ts';

/** Assessments fetched at a time; each is some hundred thousand characters. */
const AT_A_TIME = 2;

/**
 * Lines with their ends, as bytes: made once for hash and reader, since every copy of sixty megabytes waits for the collector. The
 * publications are those in force when the reading begins; each is read only when it is its turn, so memory does not grow with the round.
 */
export async function* roundFileLines(db: Db, round: Round): AsyncGenerator<Uint8Array> {
  const published = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.assessments')
    .select(['id', 'published_version'])
    .where('round_id', '=', round.id)
    .where('published_version', '>', 0)
    .orderBy('id')
    .execute();
  const hash = createHash('sha256');
  const line = (text: string) => {
    const bytes = Buffer.from(text, 'utf8');
    hash.update(bytes);
    return bytes;
  };
  yield line(
    `${canonicalJson({
      kind: 'round',
      format: 1,
      round: round.code,
      title: round.title,
      year: round.year,
      isExample: round.isExample,
      instrument: (await instrumentOfRound(db, round.id)) as unknown as Json,
      assessments: published.length,
    })}\n`,
  );
  for (let from = 0; from < published.length; from += AT_A_TIME) {
    for (const row of await rawAndResult(db, published.slice(from, from + AT_A_TIME))) {
      yield line(row.lines);
    }
  }
  yield Buffer.from(`${canonicalJson({ kind: 'end', assessments: published.length, sha256: hash.digest('hex') })}\n`);
}

interface Row {
  /** Raw data and result, each with its end. */
  readonly lines: string;
}

async function rawAndResult(db: Db, some: readonly { id: string; published_version: number }[]): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    SELECT d.body || E'\\n' || d.result || E'\\n' AS lines
    FROM unnest(${some.map(({ id }) => id)}::uuid[], ${some.map((one) => one.published_version)}::int[]) AS wanted (id, version)
    JOIN assessments.raw_data d ON d.assessment_id = wanted.id AND d.version = wanted.version
    ORDER BY d.assessment_id`.execute(db);
  return rows;
}

/** How many results of a round are published, and one hash over those of their raw data, in the order of the assessments' ids. */
export async function roundDigest(db: Db, roundId: string): Promise<{ readonly assessments: number; readonly sha256: string }> {
  const { rows } = await sql<{ raw_sha256: string }>`
    SELECT p.raw_sha256 FROM assessments.assessments a
    JOIN assessments.publications p ON p.assessment_id = a.id AND p.version = a.published_version
    WHERE a.round_id = ${roundId} AND a.published_version > 0 ORDER BY a.id`.execute(db);
  const hash = createHash('sha256');
  for (const { raw_sha256 } of rows) hash.update(`${raw_sha256}\n`);
  return { assessments: rows.length, sha256: hash.digest('hex') };
}
