import { Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Reaches the app, one way or another. */
export type Caller = (call: Call) => Promise<Answer>;

/** An HTTP/1.1 client over kept connections, with as little work around each call as Node allows. */
export class HttpClient {
  readonly #agent: Agent;
  readonly #address: URL;

  constructor(address: string, connections: number) {
    this.#address = new URL(address);
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections });
  }

  /** @throws when the connection breaks before the whole answer is there */
  readonly call: Caller = ({ method, path, headers = {}, body = '' }) => {
    return new Promise((resolve, reject) => {
      const length = method === 'POST' ? { 'Content-Length': String(Buffer.byteLength(body)) } : {};
      const asked = request(
        {
          agent: this.#agent,
          host: this.#address.hostname,
          port: this.#address.port,
          method,
          path,
          headers: { ...headers, ...length },
          timeout: 60_000,
        },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8');
          answer.on('data', (chunk: string) => {
            text += chunk;
          });
          answer.once('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
          answer.once('error', reject);
        },
      );
      asked.once('timeout', () => asked.destroy(new Error('no answer within a minute')));
      asked.once('error', reject);
      asked.end(body);
    });
  };

  close(): void {
    this.#agent.destroy();
  }
}
