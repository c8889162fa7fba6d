import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { testApp } from '../testing/note-app.tsx';
import { Visitor } from '../testing/visitor.ts';
import { closeMail, MailFault, sendMail } from './send-mail.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(async () => {
  closeMail();
  await t.close();
});

const mail = {
  to: 'wayan@contoh.example',
  subject: 'Ada kabar',
  text: 'Ada kabar tentang pengaduan Anda.\n\nBuka https://a.example/x',
  messageId: 'm-1',
};
const withSettings = (settings: object) => ({ ...t.tools, settings: { ...t.tools.settings, ...settings } });

/** A mail server that says what it is told to. */
async function server(replies: { readonly rcpt?: string } = {}): Promise<{ url: string; received: string[]; close(): void }> {
  const received: string[] = [];
  const running: Server = createServer((socket) => {
    let inData = false;
    let letter = '';
    socket.write('220 contoh ESMTP\r\n');
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      for (const line of chunk.toString('latin1').split('\r\n').slice(0, -1)) {
        if (inData) {
          letter += `${line}\n`;
          if (line === '.') {
            inData = false;
            received.push(letter);
            letter = '';
            socket.write('250 taken\r\n');
          }
        } else if (/^EHLO/i.test(line)) socket.write('250 contoh\r\n');
        else if (/^RCPT/i.test(line)) socket.write(`${replies.rcpt ?? '250 ok'}\r\n`);
        else if (/^DATA/i.test(line)) {
          inData = true;
          socket.write('354 go\r\n');
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => running.listen(0, '127.0.0.1', resolve));
  return { url: `smtp://127.0.0.1:${(running.address() as AddressInfo).port}`, received, close: () => running.close() };
}

describe('a mail', () => {
  test('goes to the server with its own message id, asking for no automatic answers', async () => {
    const { url, received, close } = await server();
    await sendMail(withSettings({ smtpUrl: url }), mail);
    expect(received).toHaveLength(1);
    expect(received[0]).toContain('To: wayan@contoh.example');
    expect(received[0]).toContain('Message-ID: <m-1@example.go.id>');
    expect(received[0]).toContain('Auto-Submitted: auto-generated');
    close();
  });

  test('cannot be made to carry other headers or recipients', async () => {
    const { url, received, close } = await server();
    await sendMail(withSettings({ smtpUrl: url }), { ...mail, subject: 'a\r\nBcc: lain@contoh.example', messageId: 'm-2' });
    expect(received[0]).not.toMatch(/^Bcc:/m);
    close();
  });

  test.each([
    ['550 no such user wayan@contoh.example', false],
    ['451 wayan@contoh.example: greylisted', true],
  ])('that the server refuses with %j fails without a word about anybody', async (reply, temporary) => {
    const { url, close } = await server({ rcpt: reply });
    const fault = await sendMail(withSettings({ smtpUrl: url }), mail).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(MailFault);
    expect((fault as MailFault).temporary).toBe(temporary);
    expect((fault as MailFault).cause).toBeUndefined();
    expect(String((fault as MailFault).stack)).not.toContain('wayan');
    close();
  });

  test('to a server that is away can be tried again', async () => {
    const { url, close } = await server();
    close();
    await expect(sendMail(withSettings({ smtpUrl: url }), mail)).rejects.toMatchObject({ name: 'MailFault', temporary: true });
  });

  test('without a server is a fault outside example mode', async () => {
    await expect(sendMail(withSettings({ smtpUrl: null, exampleMode: false }), mail)).rejects.toThrow('no SMTP server is set');
  });
});

describe('the example outbox', () => {
  test('keeps a mail once and shows it, its words harmless and its links alive', async () => {
    const tools = withSettings({ smtpUrl: null, exampleMode: true });
    await sendMail(tools, { ...mail, text: `${mail.text}\n<script>alert(1)</script>` });
    await sendMail(tools, mail);
    const answer = await new Visitor(testApp(t.tools)).get('/outbox');
    const page = await answer.text();
    expect(page.match(/Ada kabar</g)).toHaveLength(1);
    expect(page).toContain('<a href="https://a.example/x">');
    expect(page).not.toContain('<script>');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    for (const before of ['x', "'", '%00'].map(encodeURIComponent)) {
      expect((await new Visitor(testApp(t.tools)).get(`/outbox?before=${before}`)).status).toBeLessThan(500);
    }
  });

  test('is not there on a real installation', async () => {
    expect((await new Visitor(testApp(withSettings({ exampleMode: false }))).get('/outbox')).status).toBe(404);
  });
});
