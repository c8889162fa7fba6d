import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerAll, COMPLAINT, type FilingTest, fileIt, filingTest, Walker } from './testing.ts';

let house: FilingTest;
beforeAll(async () => {
  house = await filingTest();
});
afterAll(() => house.t.close());

/** Every row of every table of the database as text, by table. */
async function everything(): Promise<Map<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'law', 'directory')`.execute(
    house.t.ownerDb,
  );
  const found = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(house.t.ownerDb);
    found.set(name, rows.map((each) => each.row).join('\n'));
  }
  return found;
}

/** The tables in which a text stands, as itself, as bytes or in base64. */
async function tablesWith(text: string): Promise<string[]> {
  const bytes = Buffer.from(text);
  const forms = [text, bytes.toString('hex'), bytes.toString('base64').slice(0, -4)];
  return [...(await everything())].filter(([, rows]) => forms.some((form) => rows.includes(form))).map(([table]) => table);
}

const random = () => Buffer.from(house.t.tools.random.bytes(9)).toString('hex');

describe('a draft', () => {
  test('is in no table readable without the cookie', async () => {
    const canaries = {
      title: `judul ${random()}`,
      story: `cerita ${random()}`,
      place: `tempat ${random()}`,
      name: `Ani ${random()}`,
    };
    const email = `ani.${random()}@rekaan.example`;
    const visitor = new Walker(house.app);
    await answerAll(visitor, COMPLAINT, {
      story: { title: canaries.title, description: `${canaries.story} dan seterusnya, cukup panjang.` },
      place: { place: canaries.place },
      contact: { name: canaries.name, email, phone: '081298765432' },
    });
    const hidden = await visitor.hidden('/complaints/new/files', '/complaints/new/files');
    const fileName = `surat-${random()}.txt`;
    await visitor.upload('/complaints/new/files', { ...hidden, upload: 'yes' }, [['files', fileName, Buffer.from('isi')]]);
    expect((await visitor.get('/complaints/new/check')).text).toContain(fileName);

    for (const text of [...Object.values(canaries), email, '81298765432', fileName]) expect(await tablesWith(text)).toEqual([]);
    const secret = visitor.browser.cookies.get('draft') ?? '';
    expect(secret).toHaveLength(43);
    expect(await tablesWith(secret)).toEqual([]);
    expect(await tablesWith(Buffer.from(secret, 'base64url').toString('latin1'))).toEqual([]);
    expect((await everything()).get('complaints.drafts')).not.toBe('');
  });
});

describe('once filed', () => {
  test('who it was is in no table in plain, of an anonymous one not even in the story; the code is nowhere', async () => {
    const [given, family] = [`Wayan${random()}`, `Rekaan${random()}`];
    const email = `w.${random()}@rekaan.example`;
    const visitor = new Walker(house.app);
    await answerAll(visitor, COMPLAINT, {
      story: {
        title: 'Jalan berlubang di depan pasar',
        description: `Nama saya ${given} ${family}, surel ${email}, telepon 0812 9876 5432. Jalan berlubang.`,
      },
      privacy: { anonymous: 'yes', confidential: 'yes' },
      contact: { name: `${given} ${family}`, email, phone: '081298765432' },
    });
    const check = (await visitor.get('/complaints/new/check')).text;
    expect(check).toContain('alamat surel');
    expect(check).toContain('disamarkan bagi instansi');
    const { code, number } = await fileIt(visitor);
    for (const text of [given, family, email, '0812 9876 5432', '81298765432', code]) expect(await tablesWith(text)).toEqual([]);
    // So that the search would have found something: the number does stand in the clear.
    expect(await tablesWith(number)).toContain('complaints.complaints');
  });
});
