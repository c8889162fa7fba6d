import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { AwsV4Signer } from 'aws4fetch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { s3Store } from './s3-store.ts';

/** The few calls of an object store that are used, with its check of signatures and content hashes. */
const objects = new Map<string, Buffer>();
let server: Server;
let busyAnswers = 0;
let url: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const body = Buffer.concat(chunks);
      if (!(await isSigned(request, body))) return response.writeHead(403).end();
      if (busyAnswers > 0) return response.writeHead(503).end(String(busyAnswers--));
      const key = request.url ?? '';
      if (request.method === 'PUT') objects.set(key, body);
      else if (request.method === 'DELETE') return response.writeHead(objects.delete(key) ? 204 : 404).end();
      else if (!objects.has(key)) return response.writeHead(404).end('<Error><Key>secret</Key></Error>');
      return response.writeHead(200).end(request.method === 'GET' ? objects.get(key) : '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `s3://key:secret@127.0.0.1:${(server.address() as AddressInfo).port}/bucket?region=id-jkt&tls=off`;
});
afterAll(() => {
  server.close();
});

async function isSigned(request: IncomingMessage, body: Buffer): Promise<boolean> {
  const given = request.headers.authorization ?? '';
  const contentHash = request.headers['x-amz-content-sha256'];
  if (request.method === 'PUT' && contentHash !== createHash('sha256').update(body).digest('hex')) return false;
  const names = /SignedHeaders=([^,]+)/.exec(given)?.[1]?.split(';') ?? [];
  const headers = Object.fromEntries(
    names.filter((name) => name !== 'host').map((name) => [name, String(request.headers[name])]),
  );
  const signer = new AwsV4Signer({
    method: request.method ?? '',
    url: `http://${request.headers.host}${request.url}`,
    headers,
    datetime: String(request.headers['x-amz-date']),
    accessKeyId: 'key',
    secretAccessKey: 'secret',
    service: 's3',
    region: 'id-jkt',
  });
  return (await signer.authHeader()) === given;
}

async function text(stream: Readable): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('an S3-compatible store', () => {
  test('keeps, gives back and removes files', async () => {
    const store = s3Store(url);
    await store.put('uploads/a-1', Buffer.from('isi'));
    expect([...objects.keys()]).toEqual(['/bucket/uploads/a-1']);
    expect(await text(await store.get('uploads/a-1'))).toBe('isi');
    await store.put('uploads/a-1', Readable.from([Buffer.from('isi '), Buffer.from('baru')]));
    expect(await text(await store.get('uploads/a-1'))).toBe('isi baru');
    await store.remove('uploads/a-1');
    await store.remove('uploads/a-1');
    expect(objects.size).toBe(0);
  });

  test('says nothing of the file when it fails', async () => {
    await expect(s3Store(url).get('uploads/none')).rejects.toThrow('the file store answered GET with 404');
    await expect(s3Store(url.replace('secret@', 'wrong@')).put('a', Buffer.from('x'))).rejects.toThrow('PUT with 403');
  });

  test('tries again when the store is busy', async () => {
    busyAnswers = 2;
    await s3Store(url).put('busy', Buffer.from('x'));
    expect(objects.has('/bucket/busy')).toBe(true);
  });

  test.each(['../up', '/root', 'a//b', 'a?x=1', 'a/../b', ''])('never asks for the key %j', async (key) => {
    await expect(s3Store(url).put(key, Buffer.from('x'))).rejects.toThrow('not a file key');
  });

  test.each(['s3://host/bucket', 's3://k:s@host', 'http://k:s@host/bucket', 'nonsense'])('cannot be opened as %j', (wrong) => {
    expect(() => s3Store(wrong)).toThrow('FILE_STORE must look like');
  });
});
