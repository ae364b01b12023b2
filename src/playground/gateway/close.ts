import type { WebSocket } from 'ws';
import { CLOSE, type CloseReason } from './codes.ts';

/** Hangs up with one of the gateway's codes. */
export function closeBecause(socket: WebSocket, reason: CloseReason): void {
  const { code, words } = CLOSE[reason];
  socket.close(code, words);
}
