import { schedule, type ScheduledTask } from 'node-cron';
import type { WallClock } from '#ports/clock.ts';
import type { WorkLedger } from '#ports/ledger/ledger.ts';
import type { Log } from '#ports/log.ts';

export type WakerParts = {
  /** Does and delivers what is due. */
  readonly runDue: (now: number, signal: AbortSignal) => Promise<unknown>;
  readonly ledger: Pick<WorkLedger, 'nextWorkAt'>;
  readonly clock: WallClock;
  readonly log: Log;
};

/** Every ten seconds. In UTC, where no hour is skipped or told twice. */
const BEAT = '*/10 * * * * *';
const BEAT_MILLISECONDS = 10_000;

/** Milliseconds without a beat after which the beat is set anew. */
const SILENCE = 25_000;

/** Milliseconds between two rounds at least, whatever the ledger says is due. */
const PAUSE = 250;

/**
 * Wakes the runner in live time. The twin of `ReplayStepper`.
 *
 * It decides nothing: what is due is a stored row, so a beat that was left out, a clock that jumped or a machine
 * that slept only makes the next beat find more to do. Between two beats it wakes for what is due before the next.
 */
export class Waker {
  readonly #parts: WakerParts;
  #task: ScheduledTask | undefined;
  #stopping = new AbortController();
  #quiet = new AbortController();
  #rounds: Promise<void> | undefined;

  constructor(parts: WakerParts) {
    this.#parts = parts;
  }

  /** Begins at once. May be called twice, and again after `stop`. */
  start(): void {
    if (this.#task) {
      return;
    }
    this.#stopping = new AbortController();
    this.#setBeat();
  }

  /** Resolves when the piece of work under way has ended. May be called twice, and before `start`. */
  async stop(): Promise<void> {
    const task = this.#task;
    this.#task = undefined;
    this.#stopping.abort();
    this.#quiet.abort();
    await task?.destroy();
    await this.#rounds;
  }

  #setBeat(): void {
    this.#task = schedule(BEAT, () => this.#beat(), { timezone: 'UTC', suppressMissedWarning: true });
    this.#beat();
  }

  #beat(): void {
    this.#quiet.abort();
    this.#quiet = new AbortController();
    this.#listen(this.#quiet.signal).catch((error: unknown) => {
      this.#parts.log.error('the beat could not be set anew', error);
    });
    this.#rounds ??= this.#run(this.#stopping.signal).finally(() => {
      this.#rounds = undefined;
    });
  }

  /** When the clock is set back, node-cron falls silent until it has caught up with the beat it was waiting for. */
  async #listen(beaten: AbortSignal): Promise<void> {
    await this.#parts.clock.wait(SILENCE, beaten);
    if (!beaten.aborted) {
      this.#parts.log.warn('the beat fell silent and is set anew');
      await this.#task?.destroy();
      if (!beaten.aborted) {
        this.#setBeat();
      }
    }
  }

  /** Rounds, one after another, as long as the next piece is due before the next beat. */
  async #run(signal: AbortSignal): Promise<void> {
    const { runDue, ledger, clock, log } = this.#parts;
    try {
      while (!signal.aborted) {
        await runDue(clock.now(), signal);
        const next = await ledger.nextWorkAt();
        if (next === undefined || next - clock.now() >= BEAT_MILLISECONDS) {
          return;
        }
        await clock.wait(Math.max(PAUSE, next - clock.now()), signal);
      }
    } catch (error) {
      log.error('the waker met an error', error);
    }
  }
}
