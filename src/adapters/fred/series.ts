import type { ReleaseKind } from '#domain/releases/release.ts';

/**
 * FRED's copies of the series behind each report: adjusted ones for the change on the month, the others for the
 * change on the year.
 *
 * @see https://fred.stlouisfed.org/release?rid=10 and https://fred.stlouisfed.org/release?rid=46
 */
export const FRED_SERIES = {
  CPI: { headline: 'CPIAUCSL', core: 'CPILFESL', headlineYearly: 'CPIAUCNS' },
  PPI: { headline: 'PPIFIS', core: 'PPIFES', headlineYearly: 'PPIFID' },
} as const satisfies Record<ReleaseKind, Record<'headline' | 'core' | 'headlineYearly', string>>;

/** The numbers under which FRED keeps the reports. */
export const FRED_RELEASES = { CPI: 10, PPI: 46 } as const satisfies Record<ReleaseKind, number>;
