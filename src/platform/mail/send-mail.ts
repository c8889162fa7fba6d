import { createTransport, type Transporter } from 'nodemailer';
import { mails } from '../metrics.ts';
import type { Tools } from '../tools.ts';
import { keepInOutbox } from './outbox-store.ts';

export interface Mail {
  /** One address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** Ours, unique for this message: the same message tried again carries the same, so that mailboxes can drop the repeat. */
  readonly messageId: string;
}

/** A mail that was not taken. Its message names no address and quotes nothing the mail server said. */
export class MailFault extends Error {
  /** Whether trying again may help: the server was away or busy, rather than that it refused the recipient. */
  readonly temporary: boolean;

  constructor(what: string, temporary: boolean) {
    super(`mail not sent: ${what}`);
    this.name = 'MailFault';
    this.temporary = temporary;
  }
}

/**
 * Hands a mail to the SMTP server; in example mode without one it is kept in the outbox.
 *
 * @throws MailFault
 */
export async function sendMail(tools: Pick<Tools, 'db' | 'clock' | 'random' | 'settings'>, mail: Mail): Promise<void> {
  const { smtpUrl, mailFrom, exampleMode } = tools.settings;
  if (smtpUrl === null) {
    if (!exampleMode) throw new MailFault('no SMTP server is set', true);
    await keepInOutbox(tools, mail);
    mails.inc({ outcome: 'kept' });
    return;
  }
  try {
    await transporter(smtpUrl).sendMail({
      from: mailFrom,
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      ...(mail.html === undefined ? {} : { html: mail.html }),
      messageId: messageIdFor(mail.messageId, mailFrom),
      // No out-of-office answers, please (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    mails.inc({ outcome: 'sent' });
  } catch (error) {
    mails.inc({ outcome: 'failed' });
    throw asMailFault(error);
  }
}

const transporters = new Map<string, Transporter>();

/** One transporter a server, with a few connections that are used again. */
function transporter(smtpUrl: string): Transporter {
  let known = transporters.get(smtpUrl);
  if (known === undefined) {
    const { protocol, hostname, port, username, password, searchParams } = new URL(smtpUrl);
    const secure = protocol === 'smtps:';
    const local = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
    known = createTransport({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port === '' ? (secure ? 465 : 587) : Number(port),
      secure,
      // Beyond this machine a mail goes encrypted or not at all, unless the address of an inner relay says `?tls=off`.
      requireTLS: !secure && !local && searchParams.get('tls') !== 'off',
      ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
      pool: true,
      maxConnections: 3,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      tls: { minVersion: 'TLSv1.2' },
    });
    transporters.set(smtpUrl, known);
  }
  return known;
}

/** Closes idle connections to mail servers, so that a process can end. */
export function closeMail(): void {
  for (const known of transporters.values()) known.close();
  transporters.clear();
}

function messageIdFor(id: string, mailFrom: string): string {
  const domain = /@([\w.-]+)>?\s*$/.exec(mailFrom)?.[1] ?? 'localhost';
  return id.includes('@') ? id : `<${id}@${domain}>`;
}

function asMailFault(error: unknown): MailFault {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const reply = typeof responseCode === 'number' ? responseCode : undefined;
  const what = [typeof code === 'string' ? code : 'unknown', reply].filter((part) => part !== undefined).join(' ');
  return new MailFault(what, reply === undefined || reply < 500);
}
