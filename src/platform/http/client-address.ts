import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { WebEnv } from './env.ts';

/**
 * From where a request came, for rate limits only: it is never logged and never stored but as a keyed hash.
 * Behind proxies (setting `TRUSTED_PROXIES`: how many stand between the Internet and us) it is the entry our outermost proxy wrote
 * into `X-Forwarded-For`; entries further left are the sender's own words. An IPv6 address stands for its /64, of which everyone
 * at home has one.
 */
export function clientAddress(c: Context<WebEnv>): string {
  const proxies = c.get('tools').settings.trustedProxies;
  if (proxies > 0) {
    const chain = (c.req.header('X-Forwarded-For') ?? '').split(',').map((entry) => entry.trim());
    const entry = chain.at(-proxies);
    if (entry !== undefined && isIP(entry) !== 0) return network(entry);
  }
  return network(socketAddress(c) ?? 'unknown');
}

/** The address of whoever holds the other end of the connection: the sender, or the nearest proxy. */
export function socketAddress(c: Context<WebEnv>): string | undefined {
  // Absent when the application is called without a server, as tests do.
  if (c.env === undefined || !('incoming' in (c.env as object))) return undefined;
  return getConnInfo(c).remote.address;
}

export function isLoopback(address: string | undefined): boolean {
  return address !== undefined && (address === '::1' || /^(::ffff:)?127\./.test(address));
}

function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (isIP(address) !== 6) return address;
  // The URL parser writes an address in its one canonical form.
  const groups = new URL(`http://[${address.split('%', 1)[0]}]`).hostname.slice(1, -1).split('::');
  const head = (groups[0] ?? '').split(':').filter((group) => group !== '');
  const tail = (groups[1] ?? '').split(':').filter((group) => group !== '');
  const full = groups.length === 1 ? head : [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
  return `${full.slice(0, 4).join(':')}::/64`;
}
