import type { CoverReading } from './cover.ts';
import type { BreakEvenChange, CondorReport } from './condor-report.ts';
import type { Ratio } from './book-exposure.ts';
import type { CondorStrikes, Settlement } from '#domain/book/lot.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Session } from '#domain/market/session.ts';
import type { Greeks } from './valuation.ts';

/** A dated event that a later expiry may take in. */
export type DatedEvent = { readonly what: 'CPI' | 'PPI' | 'FOMC'; readonly day: Session };

/** Which legs are rolled: the tested side's short ones alone, or all four. */
export type ShiftLegs = 'short' | 'four';

/** Where the short strike goes: nowhere, or to the same number of standard deviations at the new expiry. */
export type ShiftStrike = 'same' | 'same-deviations';

/** Why there is nothing to roll, or nothing to roll to. */
export type NoShiftReason =
  /** The chain lists no expiry as many days later as the mode takes. */
  | 'no-expiry-listed'
  | 'no-spot'
  /** Neither short strike can be valued, so nobody can say which side is tested. */
  | 'no-volatility'
  | 'expired'
  /** `theta` rolls a tested short of three days or fewer; this one has more. */
  | 'too-early'
  /** `theta` rolls while the expected day is above 0.94 % or the VIX above 16; neither is. */
  | 'calm'
  /** Neither the expected day nor the VIX is known. */
  | 'no-gate';

/** One way to roll part of a condor out in time. Dollars are of all contracts rolled. */
export type ShiftCandidate = {
  readonly legs: ShiftLegs;
  readonly strike: ShiftStrike;
  /** Condors of which the legs are rolled. */
  readonly quantity: number;
  readonly expiry: Session;
  readonly settlement: Settlement;
  /** Calendar days added. */
  readonly daysAdded: number;
  readonly strikesBefore: CondorStrikes;
  readonly strikesAfter: CondorStrikes;
  /** Paid to close at ask, received to open at bid, and the second less the first; absent without quotes. */
  readonly closeDebit?: number;
  readonly openCredit?: number;
  readonly net?: number;
  /** The same at the middle of the quotes, or by the model where nobody quotes; absent where a leg has no value. */
  readonly middle?: { readonly net: number; readonly basis: 'quotes' | 'model' };
  /** `credit` is what the method takes; `no-quotes` where nobody can say. */
  readonly verdict: 'credit' | 'debit' | 'no-quotes';
  /** Change of the condors' dollars: `vega` raw, `exposure` time-weighted. Absent where a new leg has no value. */
  readonly change?: Greeks;
  /** Index points of time value that the tested short strike has and gets; absent where it has no value. */
  readonly extrinsic?: { readonly before: number; readonly after: number };
  /** Dollars that the rolled condors ask for, by the exchanges' minimum; absent where the new short leg has no value. */
  readonly margin?: { readonly before: number; readonly after: number };
  /** As if the rolled condors stood whole at the new expiry, the net credit counted in. */
  readonly after: CondorReport;
  readonly breakEvens?: BreakEvenChange;
  /** Dollars per point of VIX that all condors are short of, and H; absent where a new leg has no value. */
  readonly book?: {
    readonly shortBefore: number;
    readonly shortAfter: number;
    readonly ratioBefore: Ratio;
    readonly ratioAfter: Ratio;
  };
  /** Cover of the whole book under the headline's shock; absent where a new leg has no value. */
  readonly cover?: { readonly before: CoverReading; readonly after: CoverReading };
  /** Events between the old expiry and the new one, the new day included. */
  readonly spans: readonly DatedEvent[];
  /** One expiry settles in the morning and the other in the afternoon. */
  readonly isMixedSettlement: boolean;
  /** Once the old long legs have expired, the new short ones stand without them. */
  readonly isNakedLater: boolean;
};

/** What could be rolled of one condor. */
export type TimeShift = {
  readonly lotId: string;
  readonly before: CondorReport;
  readonly outcome:
    | {
        readonly kind: 'candidates';
        readonly side: 'put' | 'call';
        readonly mode: Settings['timeShift.mode'];
        /** Days that the method takes at this VIX; absent where the VIX is unknown. */
        readonly preferredDays?: number;
        /** Percent of the condors that are rolled: what was asked for, in whole contracts. */
        readonly portion: number;
        /** Four legs before a short leg alone, credits before debits, those nearest to the preferred days first. */
        readonly candidates: readonly ShiftCandidate[];
      }
    | { readonly kind: 'none'; readonly reason: NoShiftReason };
};
