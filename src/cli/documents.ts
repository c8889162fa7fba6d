import type { Command } from 'commander';
import { formatMoment } from '../design/index.ts';
import { type DocumentKey, distrustKey, documentKeys, renewSealKey, renewTwinKey } from '../platform/documents/index.ts';
import type { Tools } from '../platform/tools.ts';
import { type Cli, CommandFault } from './cli.ts';
import { exitAsMisused } from './misused.ts';

const PURPOSES = {
  seal: { id: 'segel PDF', en: 'seal of PDFs', renew: renewSealKey },
  twin: { id: 'salinan digital', en: 'digital copies', renew: renewTwinKey },
} as const;

type Purpose = keyof typeof PURPOSES;

/** `tuntas documents ...`: the keys that seal documents and sign their digital copies. Never prints a private one. */
export function register(program: Command, cli: Cli): void {
  const documents = program
    .command('documents')
    .description(
      cli.text({ id: 'kunci segel dokumen dan salinan digital', en: 'keys of the seals of documents and of digital copies' }),
    )
    .exitOverride(exitAsMisused);

  documents
    .command('keys')
    .description(cli.text({ id: 'daftar semua kunci', en: 'list all keys' }))
    .action(() => cli.withTools((tools) => list(cli, tools)));

  documents
    .command('renew')
    .argument('<purpose>', 'seal | twin')
    .description(
      cli.text({
        id: 'buat kunci baru yang menandatangani mulai sekarang; yang lama tetap memeriksa',
        en: 'make a new key that signs from now on; the old one goes on verifying',
      }),
    )
    .action((purpose: string) => cli.withTools((tools) => renew(cli, tools, purpose)));

  documents
    .command('distrust')
    .argument('<kid>')
    .description(
      cli.text({
        id: 'kunci ini mungkin jatuh ke tangan lain: semua yang ditandatanganinya tidak dipercaya lagi',
        en: 'this key may be in other hands: nothing that it signed is trusted any more',
      }),
    )
    .action((kid: string) => cli.withTools((tools) => distrust(cli, tools, kid)));
}

async function allKeys(tools: Tools): Promise<readonly { readonly purpose: Purpose; readonly key: DocumentKey }[]> {
  const purposes = Object.keys(PURPOSES) as Purpose[];
  const keys = await Promise.all(purposes.map(async (purpose) => ({ purpose, keys: await documentKeys(tools.db, purpose) })));
  return keys.flatMap(({ purpose, keys: of }) => of.map((key) => ({ purpose, key })));
}

async function list(cli: Cli, tools: Tools): Promise<void> {
  const keys = await allKeys(tools);
  if (keys.length === 0) cli.tell(NONE);
  for (const { purpose, key } of keys) {
    const state = key.distrustedAt ? 'distrusted' : key.retiredAt ? 'retired' : 'signing';
    const since = formatMoment(key.createdAt, 'Asia/Jakarta', cli.language);
    cli.print(
      { kid: key.kid, purpose, state, createdAt: key.createdAt.toString() },
      `${key.kid}  ${cli.text(PURPOSES[purpose])}, ${cli.text(STATES[state])}, ${since}`,
    );
  }
}

async function renew(cli: Cli, tools: Tools, purpose: string): Promise<void> {
  if (!isPurpose(purpose)) throw new CommandFault({ id: 'Tulis seal atau twin.', en: 'Write seal or twin.' });
  await PURPOSES[purpose].renew(tools);
  await list(cli, tools);
}

const isPurpose = (text: string): text is Purpose => Object.hasOwn(PURPOSES, text);

async function distrust(cli: Cli, tools: Tools, kid: string): Promise<void> {
  if (!(await allKeys(tools)).some(({ key }) => key.kid === kid)) {
    throw new CommandFault({
      id: 'Tidak ada kunci bernama itu; lihat: tuntas documents keys',
      en: 'No key has that name; see: tuntas documents keys',
    });
  }
  await distrustKey(tools, kid);
  await list(cli, tools);
}

const STATES = {
  signing: { id: 'menandatangani', en: 'signing' },
  retired: { id: 'sudah diganti, masih memeriksa', en: 'replaced, still verifying' },
  distrusted: { id: 'tidak dipercaya lagi', en: 'trusted no more' },
} as const;

const NONE = {
  id: 'Belum ada kunci: kunci dibuat saat dokumen pertama disegel.',
  en: 'There is no key yet: it is made when the first document is sealed.',
};
