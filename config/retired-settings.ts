import type { RetiredSetting } from '#domain/settings/settings.ts';

const AT = Date.UTC(2026, 11, 1);

const DAILY_RANGES =
  'a distance in expected daily ranges is not one in standard deviations to expiry: see breakEven.minZ and breakEven.confirmedZ';

/** Settings that there were once. What a server had set is not converted: what came in their place has its default. */
export const RETIRED_SETTINGS: readonly RetiredSetting[] = [
  {
    key: 'ratio.mode',
    at: AT,
    reason: 'the vega ratio is always measured in dollars; contracts per ten condors stand beside it',
  },
  { key: 'breakEven.buffer', at: AT, reason: DAILY_RANGES },
  { key: 'breakEven.confirmedBuffer', at: AT, reason: DAILY_RANGES },
];
