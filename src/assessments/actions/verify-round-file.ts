/** Recomputing a round from its file: no database, no network, one assessment in memory at a time. */
import { StringDecoder } from 'node:string_decoder';
import { type RoundVerdict, RoundVerifier } from '../rules/verify-round.ts';

/** No line of ours is nearly as long: whoever sends one does not send a round. */
const LONGEST_LINE = 64 * 1024 * 1024;

/** @param bytes the file as it was downloaded, unpacked */
export async function verifyRoundFile(bytes: AsyncIterable<Uint8Array>): Promise<RoundVerdict> {
  const verifier = new RoundVerifier();
  const decoder = new StringDecoder('utf8');
  let pieces: string[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    const [first = '', ...more] = decoder.write(Buffer.from(chunk)).split('\n');
    pieces.push(first);
    length += first.length;
    for (const next of more) {
      verifier.take(pieces.join(''));
      pieces = [next];
      length = next.length;
    }
    if (length > LONGEST_LINE) throw new RangeError('a line that is too long');
  }
  const rest = pieces.join('') + decoder.end();
  if (rest !== '') verifier.take(rest);
  return verifier.finish();
}
