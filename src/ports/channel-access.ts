/** What the bot may do in a channel. */
export interface ChannelAccess {
  /**
   * Permissions that posting alerts needs and the bot lacks there, in Discord's words; empty when all are
   * given.
   *
   * @throws ChannelClosed if there is no such channel or it cannot be seen at all
   */
  missing(server: string, channel: string): Promise<readonly string[]>;
}
