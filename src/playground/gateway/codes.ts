import type { WebSocket } from 'ws';

/** The numbers of the gateway's frames. */
export const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voiceState: 4,
  resume: 6,
  reconnect: 7,
  requestMembers: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

/** Why the gateway hangs up. @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway */
export const CLOSE = {
  unknownError: { code: 4000, reason: 'Unknown error' },
  unknownOp: { code: 4001, reason: 'Unknown opcode' },
  decodeError: { code: 4002, reason: 'Decode error' },
  notAuthenticated: { code: 4003, reason: 'Not authenticated' },
  authenticationFailed: { code: 4004, reason: 'Authentication failed' },
  alreadyAuthenticated: { code: 4005, reason: 'Already authenticated' },
  invalidSequence: { code: 4007, reason: 'Invalid seq' },
  rateLimited: { code: 4008, reason: 'Rate limited' },
  timedOut: { code: 4009, reason: 'Session timed out' },
  invalidShard: { code: 4010, reason: 'Invalid shard' },
  invalidVersion: { code: 4012, reason: 'Invalid API version' },
  invalidIntents: { code: 4013, reason: 'Invalid intent(s)' },
  disallowedIntents: { code: 4014, reason: 'Disallowed intent(s)' },
} as const;

export type CloseReason = keyof typeof CLOSE;

export const INTENT = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const;

/** Those that Discord gives only to applications that asked for them. */
export const PRIVILEGED = INTENT.guildMembers | INTENT.guildPresences | INTENT.messageContent;

/** All bits that have a meaning. */
export const ALL_INTENTS = (1 << 26) - 1;

/** Hangs up with one of the gateway's codes. */
export function closeBecause(socket: WebSocket, reason: CloseReason): void {
  const close = CLOSE[reason];
  socket.close(close.code, close.reason);
}
