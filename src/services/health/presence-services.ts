/** What Discord tells of where the bot is. Acts of no person. */
export type PresenceServices = {
  /** The bot was removed from a server; one that is merely not available is no removal. */
  serverLeft(server: string): Promise<void>;
  /** The bot is on a server: invited, invited again, or available again. */
  serverJoined(server: string): Promise<void>;
  /** All servers that it is on, told at the start: it may have been removed or invited while it was not there. */
  serversSeen(servers: readonly string[]): Promise<void>;
};
