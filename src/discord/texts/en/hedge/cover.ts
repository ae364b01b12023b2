import type { NoCoverReason } from '#domain/hedge/cover.ts';
import type { ExposureFault } from '#domain/hedge/hedge-report.ts';

const noCover: Readonly<Record<NoCoverReason, string>> = {
  'no-condors': 'no condors',
  'no-loss': 'the condors do not lose under this shock',
  'too-small': 'the condors lose too little to divide by',
  'hedge-loses': 'the hedge loses as well',
  unvalued: 'a leg that decides has no value',
  absurd: 'beyond 999 %: a mark is wrong',
};

const faults: Readonly<Record<ExposureFault, string>> = {
  unreadable: 'the book cannot be read; `/book show` says what is wrong with it',
  unmeasured: 'the book could not be measured on the marks of this moment',
};

/** Words about what the hedge gains over what the condors lose under a joint shock. */
export const cover = {
  noCover,
  shock: (spot: string, vol: string) => `SPX ${spot} %, VIX ${vol}`,
  known: (share: string, shock: string) => `cover ${share} if ${shock}`,
  reached: (now: string, after: string) => `${now} → ${after}`,
  atLeast: (share: string) => `at least ${share}`,
  unknown: (shock: string, why: string) => `cover ? if ${shock}: ${why}`,
  fault: (why: string) => `cover ?: ${why}`,
  faults,
  table: '**Cover**, everything repriced at once: what the hedge gains ÷ what the condors lose',
  row: (shock: string, cover: string, hedge: string, condors: string) =>
    `-# ${shock}: **${cover}** · hedge ${hedge}, condors ${condors}`,
  meaning: '-# A scenario, not a forecast: no time passes.',
};
