/** `GET /ombudsman/findings.atom`: what was published, as a feed (RFC 4287). */
import type { WebContext } from '../../../../platform/http/env.ts';
import { xmlText as xml } from '../../../../platform/http/xml-text.ts';
import { publicFindings } from '../../../store/obligations/publications.ts';
import { wordsIn } from '../words.ts';
import { FINDINGS } from './telling.ts';

const ENTRIES = 30;

export async function findingsFeed(c: WebContext): Promise<Response> {
  const { db, settings } = c.get('tools');
  const language = c.get('language');
  const words = wordsIn(language);
  const { lines } = await publicFindings(db, { limit: ENTRIES });
  const self = `${settings.baseUrl}${FINDINGS}.atom`;
  // An empty feed must still name a time.
  const updated = lines[0]?.publishedAt.toString({ smallestUnit: 'second' }) ?? '1970-01-01T00:00:00Z';
  const document = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${xml(self)}</id>`,
    `<title>${xml(words.findingsTitle)}</title>`,
    `<updated>${updated}</updated>`,
    '<author><name>Tuntas</name></author>',
    `<link rel="self" type="application/atom+xml" href="${xml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(settings.baseUrl + FINDINGS)}"/>`,
    ...lines.map((line) => {
      const href = `${settings.baseUrl}${FINDINGS}/${line.slug}`;
      const at = line.publishedAt.toString({ smallestUnit: 'second' });
      return [
        '<entry>',
        `<id>${xml(href)}</id>`,
        `<title>${xml(line.title)}</title>`,
        `<link rel="alternate" type="text/html" href="${xml(href)}"/>`,
        `<published>${at}</published>`,
        `<updated>${at}</updated>`,
        `<summary type="text">${xml(`${line.number} · ${line.agencies.join(', ')}\n\n${line.summary}`)}</summary>`,
        '</entry>',
      ].join('\n');
    }),
    '</feed>',
    '',
  ].join('\n');
  return c.body(document, 200, {
    'Content-Type': 'application/atom+xml; charset=UTF-8',
    'Cache-Control': 'private, max-age=300',
    Vary: 'Accept-Language, Cookie',
  });
}
