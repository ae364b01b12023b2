/**
 * What the page may ask of whoever plays an episode into this local Discord, and what it shows of it.
 *
 * The playground knows nothing of the player: whoever starts it hands in a `PlaybackControl`.
 */
export type PlaybackState = {
  /** The episodes that can be chosen, in the order to list them. */
  readonly episodes: readonly { readonly id: string; readonly title: string }[];
  /** Id of the episode that is loaded. */
  readonly episode: string;
  /** What the simulated clock shows, epoch milliseconds (UTC). */
  readonly instant: number;
  /** The same instant as people read it, such as `Tue 2014-09-23 16:15 ET`. */
  readonly clock: string;
  /** `running`, `paused`, or `ended` when the episode's last planned message has arrived. */
  readonly phase: 'running' | 'paused' | 'ended';
  /** How many simulated seconds pass in one; `0` means as fast as it goes. */
  readonly speed: number;
  /** Planned messages that have arrived, and how many are planned so far. */
  readonly progress: { readonly arrived: number; readonly planned: number };
  /** Whether `continue` would play past the episode's last instant. */
  readonly canContinue: boolean;
};

export type PlaybackRequest =
  | { readonly action: 'pause' | 'resume' | 'step' | 'restart' | 'continue' }
  | { readonly action: 'speed'; readonly speed: number }
  | { readonly action: 'episode'; readonly episode: string };

export interface PlaybackControl {
  /** What to show now. */
  state(): PlaybackState;
  /** Tells of every change of `state()`; returns how to stop being told. */
  subscribe(listener: (state: PlaybackState) => void): () => void;
  /** @throws Error whose message may be shown to the person who asked */
  request(request: PlaybackRequest): Promise<void>;
}
