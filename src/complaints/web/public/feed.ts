/** `GET /complaints.atom`: released complaints as a feed (RFC 4287), with the same filter as the list. */
import { formatDay } from '../../../design/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { xmlText as xml } from '../../../platform/http/xml-text.ts';
import { showTrackingNumber } from '../../rules/tracking-number.ts';
import { type PublicSummary, publicList } from '../../store/lists.ts';
import { type Names, namesFor } from '../telling/names.ts';
import { standingLabel } from '../telling/status.tsx';
import { addressOf, pairsOf, readAsked, toFilter } from './filter.ts';
import { handling } from './lines.tsx';
import { wordsIn } from './words.ts';

const ENTRIES = 30;

export async function feed(c: WebContext): Promise<Response> {
  const tools = c.get('tools');
  const { baseUrl } = tools.settings;
  const language = c.get('language');
  const words = wordsIn(language);
  const asked = await readAsked(new URL(c.req.url), tools.db, words);
  const { lines } = await publicList(tools.db, toFilter(asked, tools.clock.now()), { limit: ENTRIES });
  const names = await namesFor(tools.db, language, {
    agencies: lines.flatMap((line) => line.officeIds),
    regions: lines.map((line) => line.regionCode),
  });
  const self = `${baseUrl}${addressOf('/complaints.atom', pairsOf(asked))}`;
  const page = `${baseUrl}${addressOf('/complaints', pairsOf(asked))}`;
  // An empty feed must still name a time: the beginning of Unix time changes nobody's reading list.
  const updated = lines[0]?.releasedAt.toString({ smallestUnit: 'second' }) ?? '1970-01-01T00:00:00Z';
  const document = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${xml(self)}</id>`,
    `<title>${xml(words.feedTitle)}</title>`,
    `<subtitle>${xml(words.feedSubtitle)}</subtitle>`,
    `<updated>${updated}</updated>`,
    '<author><name>Tuntas</name></author>',
    `<link rel="self" type="application/atom+xml" href="${xml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(page)}"/>`,
    ...lines.map((line) =>
      entry(line, { baseUrl, names, label: standingLabel(line, language), language, received: words.received }),
    ),
    '</feed>',
    '',
  ].join('\n');
  return c.body(document, 200, {
    'Content-Type': 'application/atom+xml; charset=UTF-8',
    // Not public: the answer may carry the cookie of a new visit.
    'Cache-Control': 'private, max-age=300',
    Vary: 'Accept-Language, Cookie',
  });
}

interface Telling {
  readonly baseUrl: string;
  readonly names: Names;
  readonly label: string;
  readonly language: 'id' | 'en';
  readonly received: string;
}

function entry(line: PublicSummary, { baseUrl, names, label, language, received }: Telling): string {
  const href = `${baseUrl}/complaints/${line.trackingNumber}`;
  const released = line.releasedAt.toString({ smallestUnit: 'second' });
  const where = [
    names.region(line.regionCode),
    handling(line.officeIds)
      .map((id) => names.agency(id))
      .join(', '),
  ]
    .filter(Boolean)
    .join(' · ');
  const heading = [
    `${showTrackingNumber(line.trackingNumber)} · ${label}`,
    where,
    `${received} ${formatDay(dayOf(line.filedAt, line.zone), language, 'short')}`,
  ].filter(Boolean);
  return [
    '<entry>',
    `<id>${xml(href)}</id>`,
    `<title>${xml(line.title)}</title>`,
    `<link rel="alternate" type="text/html" href="${xml(href)}"/>`,
    `<published>${released}</published>`,
    `<updated>${released}</updated>`,
    `<summary type="text">${xml(`${heading.join('\n')}\n\n${line.description}`)}</summary>`,
    '</entry>',
  ].join('\n');
}
