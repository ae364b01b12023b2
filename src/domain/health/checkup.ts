import type { SourceHealth } from './source-state.ts';

/** What a source gives the bot. */
export type SourceCapability =
  | 'figures'
  | 'release-dates'
  | 'consensus'
  | 'nowcast'
  | 'closes'
  | 'quotes'
  | 'chains'
  | 'futures'
  | 'constituents'
  | 'breadth';

/** Variables of the environment that switch a source on. */
export type SourceKey = 'BLS_API_KEY' | 'FRED_API_KEY' | 'POLYGON_API_KEY';

/** The newest thing that a source has: a month `YYYY-MM`, a day `YYYY-MM-DD`, or an instant (epoch milliseconds, UTC). */
export type Newest = { readonly month: string } | { readonly day: string } | { readonly at: number };

/** How one question to a source ended. */
export type ExaminationOutcome =
  /** It answered in the form that we know. `newest` is absent where it has nothing of the kind today. */
  | { readonly kind: 'answered'; readonly newest?: Newest }
  | {
      readonly kind: 'refused';
      /** `changed`: it answered in a form that we do not know. */
      readonly why: 'unavailable' | 'changed';
      /** For people; no secrets. */
      readonly message: string;
    }
  /** No whole answer within so many milliseconds. */
  | { readonly kind: 'late'; readonly timeout: number }
  /** Nobody is asked without this key. */
  | { readonly kind: 'no-key' };

/** One source, asked once. */
export type SourceCheckup = {
  /** Such as `Cboe option chains`. */
  readonly name: string;
  readonly gives: SourceCapability;
  readonly outcome: ExaminationOutcome;
  /** The key that switches it on, or that gives it more room; absent where it takes none. */
  readonly key?: SourceKey;
  /** How its provider has served us, this question included; absent where nobody was asked. */
  readonly health?: SourceHealth;
};

/** What the machine that the bot runs on gives it. */
export type MachineCheckup =
  | { readonly about: 'node'; readonly version: string; readonly isNewEnough: boolean }
  /** `freeBytes` is absent where nobody can say. */
  | { readonly about: 'folder'; readonly isWritable: boolean; readonly freeBytes?: number }
  | {
      readonly about: 'store';
      readonly state: 'absent' | 'usable' | 'in-use' | 'newer' | 'corrupt' | 'unreadable';
      /** Absent where it could not be read. */
      readonly version?: number;
      /** The version that this bot writes. */
      readonly newest: number;
    }
  /** Milliseconds by which this machine's clock is ahead of another's; absent where nobody told the time. */
  | { readonly about: 'clock'; readonly ahead?: number; readonly against: string }
  /** Epoch milliseconds (UTC) of the last release that is known; absent where there is none. */
  | { readonly about: 'releases'; readonly endsAt?: number }
  /** The last day that the exchange calendar speaks of, `YYYY-MM-DD`. */
  | { readonly about: 'sessions'; readonly until: string }
  | { readonly about: 'drawing'; readonly milliseconds?: number; readonly failure?: string }
  /** Whether there is a token of the right shape. The token itself is nowhere in here. */
  | { readonly about: 'token'; readonly isThere: boolean }
  | { readonly about: 'contact'; readonly isThere: boolean };

/** Everything that was looked at at one time. */
export type Checkup = {
  /** Epoch milliseconds (UTC), wall clock. */
  readonly at: number;
  readonly machine: readonly MachineCheckup[];
  readonly sources: readonly SourceCheckup[];
};

/** `notice`: the bot goes on without it. `bad`: it needs it. */
export type CheckupVerdict = 'well' | 'notice' | 'bad';

/** A checkup, and what it comes to. */
export type JudgedCheckup = {
  /** Epoch milliseconds (UTC), wall clock. */
  readonly at: number;
  /** `bad` where the bot lacks something that it needs: what a script should stop at. */
  readonly verdict: Exclude<CheckupVerdict, 'notice'>;
  /** Nobody at all was reached: it is this machine and not the sources. */
  readonly isOffline: boolean;
  /** What nobody gives although the bot needs it. */
  readonly lacking: readonly SourceCapability[];
  readonly machine: readonly { readonly part: MachineCheckup; readonly verdict: CheckupVerdict }[];
  readonly sources: readonly { readonly source: SourceCheckup; readonly verdict: CheckupVerdict }[];
};
