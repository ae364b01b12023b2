import type { PageMessage } from '#playground/page-protocol.ts';
import type { KeptMessage } from '#playground/store/message-table.ts';

/** A message with whom it is for, if it is not for everybody. */
export function pageMessage({ message, ephemeralFor }: KeptMessage): PageMessage {
  return { ...message, ...(ephemeralFor !== undefined && { ephemeralFor }) };
}
