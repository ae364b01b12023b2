import type { ReleaseKind } from '#domain/releases/release.ts';

/**
 * The series behind each report: adjusted ones for the change on the month, the others for the change on the year.
 *
 * @see https://www.bls.gov/help/hlpforma.htm
 */
export const BLS_SERIES = {
  CPI: {
    headline: 'CUSR0000SA0',
    core: 'CUSR0000SA0L1E',
    headlineYearly: 'CUUR0000SA0',
  },
  PPI: {
    headline: 'WPSFD4',
    core: 'WPSFD49104',
    headlineYearly: 'WPUFD4',
  },
} as const satisfies Record<ReleaseKind, Record<'headline' | 'core' | 'headlineYearly', string>>;
