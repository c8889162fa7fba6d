import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** A mail server for tests: takes mails over real SMTP on loopback, refuses those recipients it is told to. */
export interface SmtpSink {
  readonly url: string;
  /** Every mail taken, headers and body as they came over the wire. */
  readonly mails: { readonly to: string; readonly content: string }[];
  /** Reply to RCPT by address, for example `550 no such user ADDRESS`. */
  readonly refusals: Map<string, string>;
  /** While set, a mail is read to its end and the answer waits. */
  hold: Promise<void> | undefined;
  close(): Promise<void>;
}

export async function smtpSink(): Promise<SmtpSink> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    void talk(socket, sink).catch(() => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const sink: SmtpSink = {
    url: `smtp://127.0.0.1:${port}`,
    mails: [],
    refusals: new Map(),
    hold: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
  return sink;
}

async function talk(socket: Socket, sink: SmtpSink): Promise<void> {
  const say = (line: string): unknown => socket.write(`${line}\r\n`);
  let to = '';
  let content: string[] | undefined;
  say('220 sink');
  for await (const line of createInterface({ input: socket })) {
    if (content !== undefined) {
      if (line !== '.') content.push(line);
      else {
        sink.mails.push({ to, content: content.join('\n') });
        content = undefined;
        await sink.hold;
        say('250 taken');
      }
    } else if (/^EHLO/i.test(line)) say('250 sink');
    else if (/^RCPT/i.test(line)) {
      to = /<(.*)>/.exec(line)?.[1] ?? '';
      say(sink.refusals.get(to) ?? '250 ok');
    } else if (/^DATA/i.test(line)) {
      content = [];
      say('354 go on');
    } else if (/^QUIT/i.test(line)) {
      say('221 bye');
      socket.end();
    } else say('250 ok');
  }
}
