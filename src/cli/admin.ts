import type { Command } from 'commander';
import { DIRECTORY_REFUSALS, invitePerson, nationalDeskAgency, personByEmail } from '../directory/index.ts';
import type { Label } from '../kernel/language.ts';
import type { Result } from '../kernel/result.ts';
import { dayOf } from '../kernel/time.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { invitationLink, inviteAccount, signInRefusals } from '../platform/sign-in/index.ts';
import type { Tools } from '../platform/tools.ts';
import { type Cli, CommandFault } from './cli.ts';
import { exitAsMisused } from './misused.ts';

/** Whoever can run commands on the machine may make administrators; the directory's history says that it was the command line. */
const COMMAND_LINE = { kind: 'system', errand: 'admin create' } as const;

interface Person {
  readonly email: string;
  readonly name: string;
  readonly decree?: string;
}

export function register(program: Command, cli: Cli): void {
  const admin = program.command('admin').description(cli.text({ id: 'administrator sistem', en: 'system administrators' }));
  const email = cli.text({ id: 'alamat surel', en: 'e-mail address' });

  const create = admin
    .command('create')
    .description(cli.text({ id: 'undang administrator sistem baru', en: 'invite a new system administrator' }))
    .requiredOption('--email <address>', email)
    .requiredOption('--name <name>', cli.text({ id: 'nama lengkap', en: 'full name' }))
    .option(
      '--decree <number>',
      cli.text({ id: 'nomor surat keputusan; bawaan: "tanpa SK"', en: 'number of the decree; default: "tanpa SK"' }),
    )
    .action((person: Person) => cli.withTools(async (tools) => printLink(cli, tools, await createAdmin(tools, person))));

  const invite = admin
    .command('invite')
    .description(
      cli.text({
        id: 'undang ulang seseorang yang kehilangan ponsel dan kode cadangannya',
        en: 'invite someone anew who has lost phone and backup codes',
      }),
    )
    .requiredOption('--email <address>', email)
    .action((person: { email: string }) =>
      cli.withTools(async (tools) => printLink(cli, tools, await inviteAnew(tools, person.email))),
    );
  for (const command of [create, invite]) command.exitOverride(exitAsMisused);
}

/** Brings a person into the directory as system administrator and invites them. @returns the invitation's id */
async function createAdmin(tools: Tools, person: Person): Promise<string> {
  const desk = await nationalDeskAgency(tools.db);
  const today = dayOf(tools.clock.now(), 'Asia/Jakarta');
  const invited = await invitePerson(tools, COMMAND_LINE, {
    kind: 'system-admin',
    agencyId: desk.id,
    name: person.name,
    email: person.email,
    phone: null,
    decree: { number: person.decree ?? 'tanpa SK', on: today },
    startsOn: today,
  });
  return must(invited, (refusal) => DIRECTORY_REFUSALS[refusal]).invitationId;
}

/** Invites a person of the directory anew, whatever their position; the old credentials hold until the link is used. */
async function inviteAnew(tools: Tools, email: string): Promise<string> {
  const person = await personByEmail(tools.db, email.trim());
  if (person === undefined) throw new CommandFault(DIRECTORY_REFUSALS['person-unknown']);
  const invited = await inTransaction(tools, (tx) =>
    inviteAccount(tools, tx, { personId: person.id, email: person.email, byPersonId: null }),
  );
  return must(invited, (refusal) => signInRefusals[refusal]).invitationId;
}

function must<T, R>(result: Result<T, R>, text: (refusal: R) => Label): T {
  if (!result.ok) throw new CommandFault(text(result.refusal));
  return result.value;
}

function printLink(cli: Cli, tools: Tools, invitationId: string): void {
  const link = invitationLink(tools, invitationId);
  const text = {
    id: 'Undangan dibuat. Tautan ini juga dikirim lewat surel; berlaku sekali, selama tujuh hari. Siapa pun yang memegangnya dapat membuat akun ini.',
    en: 'The invitation is made. This link is mailed as well; it is good once, for seven days. Whoever has it can make this account.',
  };
  cli.print({ invitationId, link }, `${cli.text(text)}\n${link}`);
}
