import { deliverUntilEmpty } from './deliver-until-empty.ts';
import type { Episode } from '#domain/history/history.ts';
import type { WallClock } from '#ports/clock.ts';
import type { DeliveryLedger, ReplayLedger, WorkLedger } from '#ports/ledger/ledger.ts';

export type StepperParts = {
  readonly episode: Episode;
  /** The market clock, which only the stepper moves. */
  readonly clock: { now(): number; moveTo(instant: number): void };
  readonly wallClock: WallClock;
  readonly ledger: Pick<WorkLedger, 'nextWorkAt'> & Pick<DeliveryLedger, 'nextDeliveryAt'> & ReplayLedger;
  readonly runDue: (now: number, signal: AbortSignal) => Promise<unknown>;
  readonly deliver: (signal: AbortSignal) => Promise<void>;
  /** Told whenever the clock, the phase, the speed or the count of messages has changed. */
  readonly changed: () => void;
  /** Simulated seconds in one; 0 for as fast as it goes. */
  readonly speed: number;
};

export type ReplayPhase = 'running' | 'paused' | 'ended';

/** Nobody waits longer than this for the next thing to happen, however long the night, milliseconds. */
const LONGEST_WAIT = 4_000;

/** How often the clock moves while it glides to the next instant, milliseconds. */
const GLIDE = 250;

/**
 * The waker of a replay: moves the market clock from one due instant to the next and has each one's work done
 * and delivered before it goes on. The twin of `Waker`, which live time moves.
 */
export class ReplayStepper {
  readonly #parts: StepperParts;
  readonly #stopping = new AbortController();
  #hurry = new AbortController();
  #until: number;
  #speed: number;
  #phase: ReplayPhase = 'running';
  #steps = 0;
  #wake: (() => void) | undefined;
  #running: Promise<void> | undefined;

  constructor(parts: StepperParts) {
    this.#parts = parts;
    this.#speed = parts.speed;
    this.#until = parts.episode.lastAt;
  }

  get phase(): ReplayPhase {
    return this.#phase;
  }

  get speed(): number {
    return this.#speed;
  }

  /** Whether the recording goes on after the episode's last instant. */
  get canContinue(): boolean {
    return this.#until < this.#parts.episode.endsAt;
  }

  /** Plays from where the ledger says; resolves when the episode has ended or `stop` was called. */
  start(): Promise<void> {
    this.#running ??= this.#play();
    return this.#running;
  }

  /** Ends the playing after the piece of work under way. May be called twice. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#stir();
    await this.#running;
  }

  pause(): void {
    this.#enter('paused');
  }

  resume(): void {
    this.#enter('running');
  }

  /** Pauses, and goes to the next due instant. */
  step(): void {
    this.#steps += 1;
    this.#enter('paused');
  }

  setSpeed(speed: number): void {
    this.#speed = speed;
    this.#stir();
  }

  /** Plays on past the episode's last instant, to the end of the recording. */
  async continue(): Promise<void> {
    await this.#running;
    this.#until = this.#parts.episode.endsAt;
    this.#phase = 'running';
    this.#running = this.#play();
  }

  #enter(phase: 'running' | 'paused'): void {
    if (this.#phase !== 'ended') {
      this.#phase = phase;
      this.#stir();
    }
  }

  #stir(): void {
    this.#hurry.abort();
    this.#hurry = new AbortController();
    this.#wake?.();
    this.#parts.changed();
  }

  async #play(): Promise<void> {
    const { clock, episode, ledger } = this.#parts;
    const place = await ledger.replayPosition();
    if (place && place.instant > episode.lastAt) {
      this.#until = episode.endsAt;
    }
    await this.#arrive(Math.max(place?.instant ?? episode.firstAt, clock.now()));
    while (!this.#stopping.signal.aborted) {
      const next = await ledger.nextWorkAt();
      if (next === undefined || next > this.#until) {
        await this.#end();
        return;
      }
      if (await this.#glide(next)) {
        await this.#arrive(next);
      }
    }
  }

  async #end(): Promise<void> {
    const { clock, changed, episode, ledger } = this.#parts;
    clock.moveTo(this.#until);
    await ledger.saveReplayPosition(episode.id, this.#until);
    this.#phase = 'ended';
    changed();
  }

  /** Does and delivers what is due at an instant, and only then keeps the place. */
  async #arrive(instant: number): Promise<void> {
    const { clock, episode, ledger, runDue, changed } = this.#parts;
    const { signal } = this.#stopping;
    clock.moveTo(instant);
    changed();
    await runDue(instant, signal);
    await deliverUntilEmpty(this.#parts, signal);
    if (!signal.aborted) {
      await ledger.saveReplayPosition(episode.id, instant);
    }
    changed();
  }

  /** Lets simulated time pass; false when it was paused or stopped on the way. */
  async #glide(next: number): Promise<boolean> {
    const { clock } = this.#parts;
    const distance = next - clock.now();
    while (clock.now() < next) {
      if (this.#steps > 0) {
        this.#steps -= 1;
        return true;
      }
      if (this.#stopping.signal.aborted) {
        return false;
      }
      if (this.#phase === 'paused') {
        await this.#stirred();
      } else if (this.#speed === 0) {
        return true;
      } else {
        await this.#slice(next, Math.max(this.#speed, distance / LONGEST_WAIT));
      }
    }
    return true;
  }

  /** @param rate - simulated milliseconds in one of wall time */
  async #slice(next: number, rate: number): Promise<void> {
    const { clock, wallClock, changed } = this.#parts;
    const hurry = this.#hurry.signal;
    const wall = Math.min(GLIDE, (next - clock.now()) / rate);
    await wallClock.wait(wall, hurry);
    if (!hurry.aborted) {
      clock.moveTo(Math.min(next, Math.ceil(clock.now() + wall * rate)));
      changed();
    }
  }

  #stirred(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
