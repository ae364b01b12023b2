import type { Settings } from '#domain/settings/settings.ts';
import type { DatedEvent } from '#domain/hedge/time-shift.ts';
import type { CondorReportCase } from './condor-report.ts';
import type { VegaCase } from '#engine/account/vega-exposure.ts';

/** What rolls are looked for with. */
export type TimeShiftCase = Omit<CondorReportCase, 'settings'> & {
  readonly settings: CondorReportCase['settings'] & Pick<Settings, 'timeShift.days' | 'timeShift.portion'>;
  /** The whole book, as it is priced now. */
  readonly account: Omit<VegaCase, 'shift'>;
  /** CPI, PPI and FOMC dates that are known, in any order. */
  readonly events: readonly DatedEvent[];
};
