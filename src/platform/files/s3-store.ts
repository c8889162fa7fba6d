import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeWebStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import type { FileStore } from './file-store.ts';

const KEY = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;

/**
 * Files in an S3-compatible object store (MinIO, Ceph, Garage, a cloud's own), with path-style addresses because that is what all of them
 * understand.
 *
 * @param url `s3://KEY:SECRET@host[:port]/bucket[/prefix]?region=…&tls=off`; region defaults to `us-east-1`, TLS to on
 */
export function s3Store(url: string): FileStore {
  const { endpoint, client } = readUrl(url);
  const addressOf = (key: string) => {
    if (!KEY.test(key)) throw new Error('This is not a file key.');
    return `${endpoint}/${key}`;
  };

  async function send(method: 'PUT' | 'GET' | 'DELETE', key: string, body?: Uint8Array): Promise<Response> {
    const answer = await client.fetch(addressOf(key), {
      method,
      ...(body === undefined
        ? {}
        : {
            body: body as Uint8Array<ArrayBuffer>,
            // Signed with the request: the store refuses bytes that changed on the way.
            headers: { 'X-Amz-Content-Sha256': createHash('sha256').update(body).digest('hex') },
          }),
      signal: AbortSignal.timeout(60_000),
    });
    if (answer.ok || (method === 'DELETE' && answer.status === 404)) return answer;
    await answer.body?.cancel();
    // Not the store's own words: they quote the request.
    throw new Error(`the file store answered ${method} with ${answer.status}`);
  }

  return {
    async put(key, body) {
      // At most a few tens of megabytes, see the upload limits; a length known beforehand spares the store's chunked protocol.
      const bytes = body instanceof Readable ? await gather(body) : body;
      await send('PUT', key, bytes);
    },
    async get(key) {
      const { body } = await send('GET', key);
      return body === null ? Readable.from([]) : Readable.fromWeb(body as unknown as NodeWebStream);
    },
    async remove(key) {
      await send('DELETE', key);
    },
  };
}

function readUrl(text: string): { endpoint: string; client: AwsClient } {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const path = url?.pathname.replace(/^\/+|\/+$/g, '') ?? '';
  if (url?.protocol !== 's3:' || url.username === '' || url.password === '' || path === '') {
    throw new Error('FILE_STORE must look like s3://KEY:SECRET@host/bucket');
  }
  const scheme = url.searchParams.get('tls') === 'off' ? 'http' : 'https';
  return {
    endpoint: `${scheme}://${url.host}/${path}`,
    client: new AwsClient({
      accessKeyId: decodeURIComponent(url.username),
      secretAccessKey: decodeURIComponent(url.password),
      service: 's3',
      region: url.searchParams.get('region') ?? 'us-east-1',
      retries: 4,
    }),
  };
}

async function gather(body: Readable): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
