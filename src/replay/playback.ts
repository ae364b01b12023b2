import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newYorkDay, newYorkTime } from '#calendar/new-york.ts';
import { UnknownEpisode } from '#domain/problem.ts';
import type { Services } from '#services/index.ts';
import type { Log } from '#ports/log.ts';
import type { PlaybackControl, PlaybackRequest, PlaybackState } from '#playground/playback.ts';
import type { ReplayReport } from './replay-report.ts';
import type { Replay } from './replay.ts';

export type PlaybackParts = {
  readonly episodes: readonly { readonly id: string; readonly title: string }[];
  /** Holds one folder per episode that was played. */
  readonly folder: string;
  readonly open: (episode: string, folder: string, changed: () => void) => Promise<Replay>;
  /** Whose answers people get from now on. */
  readonly serve: (services: Services) => Promise<void>;
  readonly log: Log;
};

const WEEKDAY = new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', weekday: 'short' });

/**
 * Plays one episode after another, as the page asks for them.
 *
 * An episode that was begun goes on where it was; `restart` and choosing another one begin anew.
 */
export class Playback implements PlaybackControl {
  readonly #parts: PlaybackParts;
  readonly #listeners = new Set<(state: PlaybackState) => void>();
  #replay: Replay | undefined;
  #count = { planned: 0, arrived: 0 };

  constructor(parts: PlaybackParts) {
    this.#parts = parts;
  }

  /** @throws UnknownEpisode, StoreUnusable */
  async open(episode: string, { fresh }: { readonly fresh: boolean }): Promise<Replay> {
    const known = this.#parts.episodes.map(({ id }) => id);
    // The id names a folder that may be removed, and the page may ask for anything.
    if (!known.includes(episode)) {
      throw new UnknownEpisode(episode, known);
    }
    await this.#replay?.close();
    const folder = join(this.#parts.folder, episode);
    if (fresh) {
      await rm(folder, { recursive: true, force: true });
    }
    const replay = await this.#parts.open(episode, folder, () => this.#refresh());
    this.#replay = replay;
    await this.#parts.serve(replay.steward.services);
    return replay;
  }

  /** Plays what is open; resolves when it has ended or was stopped. */
  play(): Promise<void> {
    return this.#replay?.stepper.start() ?? Promise.resolve();
  }

  /** Plays what is open. Tells how it went once that has ended, and nothing ever if it is stopped before. */
  async playToEnd(): Promise<ReplayReport> {
    const replay = this.#opened();
    await this.play();
    return replay.stepper.phase === 'ended' ? replay.report() : new Promise(() => undefined);
  }

  /** How the open episode has gone so far. */
  report(): Promise<ReplayReport> {
    return this.#opened().report();
  }

  async close(): Promise<void> {
    await this.#replay?.close();
    this.#replay = undefined;
  }

  state(): PlaybackState {
    const replay = this.#opened();
    const instant = replay.clock.now();
    return {
      episodes: this.#parts.episodes,
      episode: replay.episode.id,
      instant,
      clock: `${WEEKDAY.format(instant)} ${newYorkDay(instant)} ${newYorkTime(instant)} ET`,
      phase: replay.stepper.phase,
      speed: replay.stepper.speed,
      progress: this.#count,
      canContinue: replay.stepper.canContinue,
    };
  }

  subscribe(listener: (state: PlaybackState) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  async request(request: PlaybackRequest): Promise<void> {
    const { episode, stepper } = this.#opened();
    switch (request.action) {
      case 'pause':
        return stepper.pause();
      case 'resume':
        return stepper.resume();
      case 'step':
        return stepper.step();
      case 'speed':
        return stepper.setSpeed(request.speed);
      case 'continue':
        return this.#watch(stepper.continue().then(() => stepper.start()));
      case 'restart':
        return this.#begin(episode.id);
      case 'episode':
        return this.#begin(request.episode);
    }
  }

  async #begin(episode: string): Promise<void> {
    await this.open(episode, { fresh: true });
    this.#watch(this.play());
    this.#refresh();
  }

  /** Nobody waits for what the page began, so a failure is logged where it ends. */
  #watch(playing: Promise<void>): void {
    playing.catch((error: unknown) => this.#parts.log.error('the episode stopped', error));
  }

  #opened(): Replay {
    if (!this.#replay) {
      throw new Error('No episode is open.');
    }
    return this.#replay;
  }

  #refresh(): void {
    const replay = this.#replay;
    replay
      ?.count()
      .then((count) => {
        this.#count = count;
        this.#tell();
      })
      .catch((error: unknown) => this.#parts.log.error('messages not counted', error));
  }

  #tell(): void {
    if (this.#replay) {
      const state = this.state();
      for (const listener of this.#listeners) {
        listener(state);
      }
    }
  }
}
