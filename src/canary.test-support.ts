/** Identities that can be recognised wherever they turn up, and the places to look for them. */
import { Client } from 'pg';
import type { Contact } from './identity/index.ts';

/** Every invented identity holds one of these; nothing else does. */
const WORD = 'zqxwvk';
const PHONE = '813774162';
const NIK = '5105010101907';

export interface Canary {
  readonly letters: string;
  readonly contact: Contact & { readonly name: string; readonly email: string; readonly phone: string; readonly nik: string };
  /** The identity as a complainant writes it into a text, in several hands. */
  readonly words: string;
}

/** @param index below a hundred */
export function canary(index: number): Canary {
  const random = Math.random()
    .toString(36)
    .replace(/[^a-z]/g, '')
    .slice(0, 4);
  const letters = `${String.fromCharCode(97 + Math.floor(index / 10), 97 + (index % 10))}${random}`;
  const two = String(index).padStart(2, '0');
  const contact = {
    name: `Zqxwvk${letters} Zqxwvkbr${letters}`,
    email: `zqxwvk.${letters}@zqxwvk.example`,
    phone: `+62${PHONE}${two}`,
    nik: `${NIK}0${two}`,
  };
  const words = [
    `Nama saya ${contact.name}`,
    `${contact.name.toUpperCase()}`,
    `surel ${contact.email.toUpperCase()} atau ${contact.email}`,
    `telepon 0${PHONE}${two}, 0813-7741-62${two}, +62 813 7741 62${two}`,
    `NIK ${contact.nik}`,
    `salam, ${contact.name.split(' ')[0]}`,
  ].join('; ');
  return { letters, contact, words };
}

const base64Of = (word: string) =>
  // The three ways a word can lie in base64, without the characters its neighbours have a part in.
  [0, 1, 2].map((shift) => {
    const text = Buffer.from(`${'\0'.repeat(shift)}${word}`)
      .toString('base64')
      .replaceAll('=', '');
    const first = Math.ceil((shift * 8) / 6);
    const last = Math.floor(((shift + word.length) * 8) / 6);
    return text.slice(first, last);
  });
const hexOf = (word: string) => Buffer.from(word).toString('hex');

const SPELLINGS = [WORD, 'Zqxwvk', 'ZQXWVK'];
const ENCODED = new RegExp(SPELLINGS.flatMap((word) => [hexOf(word), ...base64Of(word)]).join('|'));
const DIGITS = `${PHONE}|${NIK}|${hexOf(PHONE)}|${hexOf(NIK)}`;

/** What of an identity occurs in a text: plainly, with separators in numbers, or in hexadecimal or base64. */
export function identitiesIn(text: string): string[] {
  const joined = text.replace(/(?<=\d)[\s().-]+(?=\d)/g, '');
  const found = [
    ...text.matchAll(new RegExp(`.{0,30}${WORD}\\S{0,30}`, 'gi')),
    ...joined.matchAll(new RegExp(`.{0,20}(?:${DIGITS}).{0,6}`, 'g')),
    ...text.matchAll(new RegExp(`.{0,20}(?:${ENCODED.source}).{0,20}`, 'g')),
  ];
  return found.map(([shown]) => shown);
}

/** Places where an identity lies by design. */
const BY_DESIGN: Readonly<Record<string, readonly string[]>> = {
  // Mails that no server took, in example mode: the address is what the mail is kept for.
  'platform.outbox': ['recipient'],
};

/** The present transaction number of a database: rows written from now on have it or a later one. */
export async function transactionNow(superuserUrl: string): Promise<string> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  const { rows } = await client.query<{ now: string }>('select pg_current_xact_id()::text as now');
  await client.end();
  return rows[0]?.now ?? '';
}

/**
 * Every row of every table and materialised view outside the schema `identity` in which an identity occurs, in any column of any
 * type. New tables are found by themselves. Reference data that lay there before (tens of thousands of villages) is passed over.
 *
 * @param since of `transactionNow`
 */
export async function identitiesInTables(
  superuserUrl: string,
  since: string,
): Promise<{ readonly tables: number; readonly found: string[] }> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ schema: string; name: string }>(
      `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'm') and n.nspname <> 'identity' and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
        order by 1, 2`,
    );
    const found: string[] = [];
    for (const { schema, name } of tables) {
      const place = `${schema}.${name}`;
      const { rows } = await client.query<{ row: string }>(
        `select row from (select (to_jsonb(t) - $1::text[])::text as row from ${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)} t
                           where xmin::text::bigint >= $4::bigint) rows
          where row ~* $2 or regexp_replace(row, '(\\d)[ ().-]+(?=\\d)', '\\1', 'g') ~ $3 limit 20`,
        [BY_DESIGN[place] ?? [], `${WORD}|${ENCODED.source}`, DIGITS, since],
      );
      // The pattern above takes capitals for small letters, which base64 does not.
      for (const { row } of rows) found.push(...identitiesIn(row).map((shown) => `${place}: ${shown}`));
    }
    return { tables: tables.length, found };
  } finally {
    await client.end();
  }
}
