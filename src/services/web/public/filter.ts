/** The public list's filter as it stands in the address: read forgivingly, written back the same. */
import { type Agency, agencyByCode, regionByCode } from '../../../directory/index.ts';
import type { Db } from '../../../platform/database/database.ts';
import { SERVICE_FIELDS, type ServiceField } from '../../rules/fields.ts';
import type { ServiceFilter } from '../../store/lists.ts';

export interface Asked {
  readonly q: string;
  readonly agency: Agency | undefined;
  readonly region: string;
  readonly fields: readonly ServiceField[];
  readonly channel: 'counter' | 'online' | undefined;
  readonly after: string | undefined;
}

export async function readAsked(url: URL, db: Db): Promise<Asked> {
  const query = url.searchParams;
  const one = (name: string) => (query.get(name) ?? '').replaceAll('\0', '').trim().slice(0, 200);
  const [agency, region] = await Promise.all([
    one('agency') === '' ? undefined : agencyByCode(db, one('agency')),
    one('region') === '' ? undefined : regionByCode(db, one('region')),
  ]);
  const channel = one('channel');
  return {
    q: one('q'),
    agency,
    region: region?.code ?? '',
    fields: (Object.keys(SERVICE_FIELDS) as ServiceField[]).filter((field) => query.getAll('field').includes(field)),
    channel: channel === 'counter' || channel === 'online' ? channel : undefined,
    after: query.get('after') ?? undefined,
  };
}

export function toFilter(asked: Asked): ServiceFilter {
  return {
    words: asked.q,
    under: asked.agency?.id,
    regionCode: asked.region || undefined,
    fields: asked.fields,
    channel: asked.channel,
  };
}

export type Pair = readonly [string, string];

export function pairsOf(asked: Asked): Pair[] {
  return [
    ...(asked.q ? [['q', asked.q] as const] : []),
    ...(asked.agency ? [['agency', asked.agency.code] as const] : []),
    ...(asked.region ? [['region', asked.region] as const] : []),
    ...asked.fields.map((field) => ['field', field] as const),
    ...(asked.channel ? [['channel', asked.channel] as const] : []),
  ];
}

export function addressOf(path: string, pairs: readonly Pair[]): string {
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs.map(([name, value]) => [name, value]))}`;
}
