import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
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

/**
 * Listens on loopback only.
 *
 * @param port - 0 for a free one
 * @throws PortTaken
 */
export async function listenOnLoopback(
  port: number,
  serve: RequestListener,
  upgrade: (request: IncomingMessage, stream: Duplex, head: Buffer) => void,
): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer(serve);
  server.on('upgrade', upgrade);
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
