import type { Disagreement } from '#domain/releases/calendar-reading.ts';
import type { AlertKind } from './alert-kind.ts';
import type { Checklist } from '#domain/checklist/checklist.ts';
import type { Correction } from '#domain/signal/correction.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { Degradation } from '#domain/signal/degradation.ts';
import type { DueWork } from '#domain/releases/due-work.ts';
import type { ExposureReading } from '#domain/hedge/book-exposure.ts';
import type { HedgeNews } from '#domain/hedge/upkeep.ts';
import type { ExposureFault, HedgeReport } from '#domain/hedge/hedge-report.ts';
import type { OrderOpening } from '#domain/hedge/step-order.ts';
import type { OwedReport } from '#domain/hedge/order-report.ts';
import type { RebalanceWindow } from '#domain/market/session.ts';
import type { VolatilityReport } from '#domain/market/term-curve.ts';
import type { Release, ReleaseChange } from '#domain/releases/release.ts';
import type { Scenario } from '#domain/signal/scenario.ts';

/** The evening before a release: what is coming and how it will be judged. */
export type PreBrief = {
  readonly release: Release;
  /** Median forecasts known so far, percent; absent where nobody has forecast. */
  readonly consensus: {
    readonly headline?: number;
    readonly core?: number;
    readonly source?: string;
    /** What a model says of the month, percent. Never a consensus. */
    readonly nowcast?: { readonly headline?: number; readonly core?: number; readonly source: string };
  };
  /** The server's signal as it stands, asked the evening before. */
  readonly standing: Decision;
  /** What the engine will decide after the release. */
  readonly scenario: Scenario;
  /** Instants of the checks that follow, epoch milliseconds (UTC), oldest first. */
  readonly checksAt: readonly number[];
};

/** What is new in the release calendar. */
export type CalendarNews =
  | { readonly about: 'change'; readonly change: ReleaseChange }
  | { readonly about: 'disagreement'; readonly disagreement: Disagreement }
  /** Nothing is known after this instant, epoch milliseconds (UTC). */
  | { readonly about: 'end'; readonly endsAt: number };

/** What a message says, before it has words. */
export type AlertContent =
  | ({ readonly form: 'pre-brief' } & PreBrief)
  | {
      readonly form: 'card';
      readonly decision: Decision;
      readonly exposure: ExposureReading;
      /** Absent for a server that keeps no lots. */
      readonly standing?: HedgeReport;
      /** What kept exposure from being told; absent where nothing did. */
      readonly exposureFault?: ExposureFault;
      readonly overview: VolatilityReport;
      readonly checklist: Checklist;
      /** What the step becomes when this settles as sent; absent without a step. */
      readonly order?: OrderOpening;
      /** What is still to be traded of an earlier step; absent where nothing is. */
      readonly owed?: OwedReport;
      /** The next quiet part of a session; absent where the exchange calendar ends, and on cards of before. */
      readonly window?: RebalanceWindow;
      /** The CPI or PPI release that comes next; absent where the release calendar ends, and on cards of before. */
      readonly nextRelease?: Pick<Release, 'kind' | 'scheduledAt'>;
    }
  | { readonly form: 'line'; readonly decision: Decision; readonly owed?: OwedReport }
  /** The figures are overdue by so many minutes. */
  | {
      readonly form: 'late';
      readonly release: Release;
      readonly minutes: number;
      /** Sources that did not answer when they were asked last; absent when all did. */
      readonly silent?: readonly string[];
    }
  | { readonly form: 'calendar'; readonly news: CalendarNews }
  | {
      readonly form: 'hedge';
      readonly news: HedgeNews;
      /** Epoch milliseconds (UTC). */ readonly asOf: number;
    }
  /** What cannot be relied on, and what that holds up. */
  | { readonly form: 'degraded'; readonly degradation: Degradation }
  | { readonly form: 'correction'; readonly correction: Correction }
  /** Planned work whose time passed while nobody was there. */
  | { readonly form: 'missed'; readonly work: DueWork };

/** One message to one server. */
export type Alert = {
  /** Unique: server, evaluation and kind. Writing it twice is writing it once. */
  readonly key: string;
  readonly server: string;
  readonly kind: AlertKind;
  readonly content: AlertContent;
  /** No sound, no push. */
  readonly silent: boolean;
  /** Discord role to mention; absent for nobody. */
  readonly mention?: string;
  /** Printed on it, such as `REPLAY · recorded data`; absent on live alerts. */
  readonly watermark?: string;
  /** Nobody can tick on it, because the store that its checklist lives in ends with its replay. */
  readonly isEphemeral?: true;
  /** The decision whose chart belongs to it; absent for none. */
  readonly chartOf?: string;
};
