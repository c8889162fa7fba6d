import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import { preferredEncoding } from './compression.ts';
import type { WebEnv } from './env.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=UTF-8',
  '.js': 'text/javascript; charset=UTF-8',
  '.json': 'application/json; charset=UTF-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.map': 'application/json; charset=UTF-8',
  '.txt': 'text/plain; charset=UTF-8',
  '.webmanifest': 'application/manifest+json',
};

interface Asset {
  readonly type: string;
  readonly immutable: boolean;
  readonly bodies: ReadonlyMap<'identity' | 'br' | 'gzip', Uint8Array<ArrayBuffer>>;
}

export type Assets = ReadonlyMap<string, Asset>;

/** Names with a content hash before the extension, `main.3f9c1b2a.css`, never change what they hold. */
const HASHED = /[.-][0-9a-zA-Z_-]{8,}\.\w+$/;

/**
 * Reads the built assets into memory, compressed as far as that helps: there are few, they are asked for all the time, and a name that
 * is not in the list can reach no file. An absent folder gives none.
 */
export async function loadAssets(folder: string): Promise<Assets> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((entry) => entry.isFile());
  const assets = await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(folder.length + 1).replaceAll('\\', '/');
      return [name, await loadAsset(name, await readFile(path))] as const;
    }),
  );
  return new Map(assets);
}

async function loadAsset(name: string, body: Buffer): Promise<Asset> {
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  const bodies = new Map<'identity' | 'br' | 'gzip', Uint8Array<ArrayBuffer>>([['identity', new Uint8Array(body)]]);
  if (/text|json|javascript|svg/.test(type) && body.length > 500) {
    bodies.set('br', new Uint8Array(await promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })));
    bodies.set('gzip', new Uint8Array(await promisify(gzip)(body, { level: 9 })));
  }
  return { type, immutable: HASHED.test(name), bodies };
}

/** Serves `/assets/*`. Unknown names fall through to the page that says there is nothing here. */
export function serveAssets(assets: Assets): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const asset = assets.get(c.req.path.slice('/assets/'.length));
    if (asset === undefined) return next();
    const accepted = preferredEncoding(c.req.header('Accept-Encoding'));
    const encoding = accepted !== undefined && asset.bodies.has(accepted) ? accepted : 'identity';
    return c.body(asset.bodies.get(encoding) ?? '', 200, {
      'Content-Type': asset.type,
      'Cache-Control': asset.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
      Vary: 'Accept-Encoding',
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    });
  };
}
