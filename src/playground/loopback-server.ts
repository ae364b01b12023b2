import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** The port that was asked for is in use, or may not be used. */
export class PortTaken extends Error {
  readonly port: number;

  constructor(port: number, options?: ErrorOptions) {
    super(`Port ${port} is taken. Choose another one, or none to get a free one.`, options);
    this.port = port;
  }
}

const LOOPBACK = '127.0.0.1';

/** Longer than a client keeps an idle connection, so that it never sends into one that just closed. */
const KEEP_ALIVE = 65_000;

/**
 * Listens on loopback only.
 *
 * @param port - 0 for a free one
 * @throws PortTaken
 */
export async function listenOnLoopback(
  port: number,
  door: {
    serve(request: IncomingMessage, response: ServerResponse): Promise<void>;
    upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void;
  },
): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer((request, response) => {
    // What goes wrong here is ours; the bot must see a broken server and not wait for ever.
    door.serve(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = KEEP_ALIVE;
  server.on('upgrade', (request, stream, head) => door.upgrade(request, stream, head));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      reject(isTaken ? new PortTaken(port, { cause: error }) : error);
    });
    server.listen(port, LOOPBACK, resolve);
  });
  return { server, port: portOf(server.address()) };
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}

export async function stopListening(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
