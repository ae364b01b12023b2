import type { Settings } from '#domain/settings/settings.ts';
import type { DatedEvent } from '#domain/hedge/time-shift.ts';
import type { CondorViewCase } from './condor-view.ts';
import type { AccountCase } from '#engine/account/vega-account.ts';

/** What rolls are looked for with. */
export type TimeShiftCase = Omit<CondorViewCase, 'settings'> & {
  readonly settings: CondorViewCase['settings'] & Pick<Settings, 'timeShift.days' | 'timeShift.portion'>;
  /** The whole book, as it is priced now. */
  readonly account: Omit<AccountCase, 'shift'>;
  /** CPI, PPI and FOMC dates that are known, in any order. */
  readonly events: readonly DatedEvent[];
};
