export type ReplayProgress = {
  readonly episode: string;
  readonly title: string;
  readonly arrived: number;
  readonly planned: number;
  /** The simulated instant, epoch milliseconds (UTC). */
  readonly instant: number;
  readonly ended: boolean;
};

/** Names the recorded episodes. */
export type ListEpisodes = () => readonly { readonly id: string; readonly title: string }[];

/**
 * Plays a recorded episode into a channel, on a store of its own, and tells how it goes.
 *
 * @returns the last progress, once it has ended
 * @throws UnknownEpisode, ReplayRunning, ChannelClosed
 */
export type PlayEpisode = (
  request: { readonly server: string; readonly channel: string; readonly episode: string },
  tell: (progress: ReplayProgress) => Promise<void>,
  signal: AbortSignal,
) => Promise<ReplayProgress>;
