/** In example mode: the code an example account has now, so that signing can be tried without a phone. Nothing anywhere else. */
import { InsetText } from '../../../design/index.ts';
import type { Officer } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import { exampleAccounts } from '../../../platform/sign-in/index.ts';
import type { Tools } from '../../../platform/tools.ts';

const WORDS = {
  id: {
    code: (code: string) => `Akun contoh: kode Anda sekarang ${code}.`,
    soon: 'Akun contoh: kode berikutnya tampil dalam setengah menit. Muat ulang halaman ini.',
  },
  en: {
    code: (code: string) => `Example account: your code is now ${code}.`,
    soon: 'Example account: the next code comes within half a minute. Reload this page.',
  },
} as const;

export async function ExampleCode({ tools, actor, language }: { tools: Tools; actor: Officer; language: Language }) {
  const account = (await exampleAccounts(tools)).find(({ personId }) => personId === actor.personId);
  if (!account) return null;
  return <InsetText>{account.code === null ? WORDS[language].soon : WORDS[language].code(account.code)}</InsetText>;
}
