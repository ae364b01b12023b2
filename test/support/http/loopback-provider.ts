import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

/** What the provider was asked, under the address that the question was for. */
export type Question = {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
};

export type Reply = {
  /** 200 unless told. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /**
   * `cut`: the connection breaks in the middle of the body. `drip`: the body begins and never ends. `endless`: 50 MB
   * follow it.
   */
  readonly manner?: 'cut' | 'drip' | 'endless';
};

const ASKED = 'x-asked-address';
const CHUNK = Buffer.alloc(64 * 1024, ' ');
const FIFTY_MEGABYTES = 50 * 1024 * 1024;

/** A server on loopback that stands for every provider: it answers as it is told to and notes what it was asked. */
export class LoopbackProvider {
  /** Oldest first. */
  readonly questions: Question[] = [];
  /** Bytes of endless bodies that left. */
  bytesSent = 0;
  answer: (question: Question) => Reply = () => ({ status: 404 });
  /** Called when a body has begun that will not end. */
  whenDripping: () => void = () => {};
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy());
    });
  }

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** `127.0.0.1` with the port. */
  get host(): string {
    const address = this.#server.address();
    return typeof address === 'object' && address ? `127.0.0.1:${address.port}` : '';
  }

  /** Goes here with every question, whomever it is for. */
  readonly fetch: typeof fetch = async (input, init) => {
    const asked = new URL(input instanceof Request ? input.url : input);
    const headers = new Headers(init?.headers);
    headers.set(ASKED, asked.href);
    return fetch(`http://${this.host}${asked.pathname}${asked.search}`, { ...init, headers });
  };

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = request.headers[ASKED];
    const url = new URL(typeof asked === 'string' ? asked : `http://${this.host}${request.url ?? ''}`);
    const { method = 'GET', headers } = request;
    const question = { url, method, headers, body: await text(request) };
    this.questions.push(question);
    const { status = 200, headers: told = {}, body = '', manner } = this.answer(question);
    if (manner === undefined) {
      response.writeHead(status, told).end(body);
      return;
    }
    response.writeHead(status, manner === 'cut' ? { ...told, 'content-length': body.length + 1 } : told);
    response.write(body);
    await this.#goOn(response, manner);
  }

  async #goOn(response: ServerResponse, manner: 'cut' | 'drip' | 'endless'): Promise<void> {
    if (manner === 'cut') {
      response.destroy();
    } else if (manner === 'drip') {
      this.whenDripping();
    } else {
      await this.#pour(response);
    }
  }

  async #pour(response: ServerResponse): Promise<void> {
    // Whoever stops reading closes the connection, and the pipe ends with it.
    await pipeline(Readable.from(this.#fiftyMegabytes()), response).catch(() => {});
  }

  *#fiftyMegabytes(): Generator<Buffer> {
    for (let sent = 0; sent < FIFTY_MEGABYTES; sent += CHUNK.length) {
      this.bytesSent += CHUNK.length;
      yield CHUNK;
    }
  }
}
