/** All valid certificates of a round in one file, as a stream: one certificate is in memory at a time. */
import { Readable } from 'node:stream';
import { Zip, ZipPassThrough } from 'fflate';
import { readSealed } from '../../../platform/files/seal.ts';
import type { Round } from '../../rules/assessment.ts';
import { certificateById } from '../../store/certificates/certificates.ts';
import { roundLines } from '../../store/certificates/round.ts';
import type { Publisher } from './opened.ts';

const PAGE_SIZE = 100;

export function roundZip(asked: Publisher & { readonly round: Round }): Response {
  const { c, round } = asked;
  const stream = Readable.toWeb(Readable.from(pieces(asked), { objectMode: false }));
  return c.body(stream as unknown as ReadableStream, 200, {
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="sertifikat-${round.code}.zip"`,
    'Cache-Control': 'private, no-store',
  });
}

async function* pieces({ tools, round, offices }: Publisher & { readonly round: Round }): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  let after: string | null = null;
  for (;;) {
    const lines = await roundLines(tools.db, round.id, offices, { after, limit: PAGE_SIZE });
    for (const { certificateId, state } of lines) {
      if (certificateId === null || state !== 'valid') continue;
      const certificate = await certificateById(tools.db, certificateId);
      if (!certificate?.file) continue;
      add(zip, `${certificate.number}.pdf`, await readSealed(tools, certificate.file.key));
      add(zip, `${certificate.number}.jwt`, Buffer.from(certificate.file.twin));
      yield* ready.splice(0);
    }
    after = lines.at(-1)?.assessmentId ?? null;
    if (lines.length < PAGE_SIZE) break;
  }
  zip.end();
  yield* ready;
}

/** Without compression: what is inside is compressed already. */
function add(zip: Zip, name: string, content: Uint8Array): void {
  const file = new ZipPassThrough(name);
  zip.add(file);
  file.push(content, true);
}
