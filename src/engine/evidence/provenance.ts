import type { Provenance, Quality } from '#domain/market/reading.ts';

/** From the least to the most trustworthy. */
const BY_TRUST: readonly Quality[] = ['proxy', 'manual', 'recorded', 'delayed', 'live'];

/** Where a value comes from that was computed from several: all their sources, the worst of their qualities. */
export function joinProvenance(first: Provenance, ...others: readonly Provenance[]): Provenance {
  const all = [first, ...others];
  const qualities = all.map(({ quality }) => quality);
  return {
    asOf: Math.min(...all.map(({ asOf }) => asOf)),
    source: [...new Set(all.map(({ source }) => source))].join(' + '),
    quality: BY_TRUST.find((quality) => qualities.includes(quality)) ?? first.quality,
  };
}
