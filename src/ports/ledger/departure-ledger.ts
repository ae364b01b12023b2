/** Servers that the bot was removed from. What they have set and kept stays for a while, should they come back. */
export interface DepartureLedger {
  /**
   * Notes that a server is gone, and drops every message to it that has not left. A server that is gone already stays
   * gone since the first time.
   *
   * @param departure - `at`: epoch milliseconds (UTC), wall clock; `reason`: why its messages are dropped
   */
  noteDeparture(server: string, departure: { readonly at: number; readonly reason: string }): Promise<void>;
  /** It is back, as if it had never been gone. */
  noteReturn(server: string): Promise<void>;
  /** Oldest first. */
  departures(): Promise<readonly { readonly server: string; readonly at: number }[]>;
  /** Removes all that is kept of a server but its settings, and that it was ever gone. All or nothing. */
  forgetServer(server: string): Promise<void>;
}
