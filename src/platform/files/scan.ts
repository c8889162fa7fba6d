import { connect, type Socket } from 'node:net';

export type ScanOutcome = 'clean' | 'infected' | 'unavailable';

const CHUNK_BYTES = 64 * 1024;
const PATIENCE_MILLISECONDS = 30_000;

/**
 * Asks a ClamAV daemon about a file (command INSTREAM: length-prefixed chunks, a zero length ends them). `unavailable` when it cannot be
 * reached, is too slow or answers anything but yes or no: the caller then refuses the file rather than let it through unseen.
 *
 * @param clamdUrl `tcp://host:3310` or `unix:/path/of/socket`
 */
export async function scan(clamdUrl: string, bytes: Uint8Array): Promise<ScanOutcome> {
  try {
    const answer = await ask(clamdUrl, bytes);
    if (answer === 'stream: OK') return 'clean';
    return /^stream: .+ FOUND$/.test(answer) ? 'infected' : 'unavailable';
  } catch {
    return 'unavailable';
  }
}

function ask(clamdUrl: string, bytes: Uint8Array): Promise<string> {
  const socket = open(clamdUrl);
  return new Promise((resolve, reject) => {
    let answer = '';
    const fail = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    // For the whole exchange: a daemon that trickles bytes must not hold a request for ever.
    const patience = setTimeout(() => fail(new Error('scanner too slow')), PATIENCE_MILLISECONDS);
    socket.on('close', () => clearTimeout(patience));
    socket.on('error', fail);
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1');
      if (answer.length > 1000) fail(new Error('scanner answer too long'));
    });
    socket.on('end', () => {
      socket.end();
      resolve((answer.split('\0', 1)[0] ?? '').trim());
    });
    socket.on('connect', () => {
      socket.write('zINSTREAM\0');
      for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
        const chunk = bytes.subarray(start, start + CHUNK_BYTES);
        socket.write(lengthPrefix(chunk.length));
        socket.write(chunk);
      }
      socket.write(lengthPrefix(0));
    });
  });
}

function open(clamdUrl: string): Socket {
  if (clamdUrl.startsWith('unix:')) return connect({ path: clamdUrl.slice('unix:'.length).replace(/^\/\/(?=\/)/, '') });
  const { hostname, port } = new URL(clamdUrl);
  return connect({ host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? 3310 : Number(port) });
}

function lengthPrefix(length: number): Buffer {
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(length);
  return prefix;
}
