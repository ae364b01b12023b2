import type { DueWork, WorkKind } from '#domain/releases/due-work.ts';

/** How a run of a job ended. A run that throws has failed; it is tried again while it is still valid. */
export type JobOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'skipped'; readonly reason: string }
  /** Run again after this many milliseconds on the market clock. */
  | { readonly kind: 'again'; readonly after: number };

/** What is done when a kind of work falls due. */
export type Job = {
  /** Milliseconds of wall time after which a run is told to stop. */
  readonly timeLimit: number;
  /** `late`: it runs after its time, inside its validity. */
  run(
    work: DueWork,
    run: { readonly now: number; readonly late: boolean; readonly signal: AbortSignal },
  ): Promise<JobOutcome>;
  /** What is said when its time passed while nobody was there. */
  missed(work: DueWork, now: number): Promise<void>;
};

/** One for each kind of work. */
export type Jobs = Readonly<Record<WorkKind, Job>>;
