import { nextPollAt } from '#domain/releases/poll-delay.ts';
import type { Poll } from '#domain/releases/poll.ts';
import type { Forecasts, Print } from '#domain/releases/print.ts';
import { isProblem } from '#domain/problem.ts';
import type { Release } from '#domain/releases/release.ts';
import { chooseForecasts } from '#engine/release/choose-forecasts.ts';
import { composePrint } from '#engine/release/compose-print.ts';
import { printStatus } from '#engine/release/print-status.ts';
import type { ConsensusSource } from '#ports/sources/consensus-source.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { FiguresSource } from '#ports/sources/figures-source.ts';
import type { PrintLedger } from '#ports/ledger/ledger.ts';
import type { PrintSource } from '#ports/sources/print-source.ts';
import type { ObservationLedger } from '#ports/ledger/release-ledger.ts';
import { latestPrint } from './latest-print.ts';
import { lookAt, lookAtAll, type Look } from './look-at-figures.ts';
import { pastPrints } from './past-prints.ts';

export type LivePrintParts = {
  /** The one that is believed first at the front. */
  readonly figures: readonly FiguresSource[];
  readonly consensus: readonly ConsensusSource[];
  /** Prints from before the first that we received ourselves. */
  readonly past: Pick<PrintSource, 'history'>;
  readonly ledger: Pick<PrintLedger, 'prints'> & Omit<ObservationLedger, 'keepReading' | 'latestReading'>;
  readonly clock: MarketClock;
};

/**
 * Prints as they come in: every source asked on its own schedule, each answer kept, and the first one that is really
 * new taken. Forecasts are captured with the instant at which they read so.
 *
 * A source that fails is noted and asked again on its schedule; it is the schedule that keeps within the quotas.
 */
export function createLivePrints(parts: LivePrintParts): PrintSource {
  const { figures, ledger } = parts;
  return {
    source: figures.map(({ source }) => source).join(', '),
    pace: figures.some(({ pace }) => pace === 'keyed') ? 'keyed' : 'keyless',

    async fetch(release, now, signal) {
      const asked = await ledger.polls(release.id);
      const due = figures.filter((one) => isDue(one, release, asked, now));
      const looks = await lookAtAll(parts, due, { release, signal });
      await ledger.keepPolls(looks.map(({ poll }) => poll));
      const found = looks.find(({ poll }) => poll.saw === 'new');
      return found?.shown && printOf(parts, release, { ...found, shown: found.shown, asked });
    },

    async consensus(release, now, signal) {
      await capture(parts, release, now, signal);
      return forecastsOf(parts, release);
    },

    history: (kind, before, signal) => pastPrints(parts, kind, before, signal),

    async standing(print, now) {
      return printStatus(print, await ledger.polls(print.releaseId), now);
    },

    ...(figures.length > 1 && { verify: createVerify(parts) }),
  };
}

/** Sources that have not shown the print's month yet are asked on their schedules. */
function createVerify(parts: LivePrintParts): NonNullable<PrintSource['verify']> {
  const { figures, ledger, clock } = parts;
  return async (release, print, signal) => {
    const asked = await ledger.polls(release.id);
    const waiting = figures.filter(
      (one) => one.source !== print.source && isDue(one, release, asked, clock.now()),
    );
    const looks = await Promise.all(waiting.map((source) => lookAt(parts, source, { release, signal })));
    signal.throwIfAborted();
    await ledger.keepPolls(looks.map(({ poll }) => poll));
    return printStatus(print, await ledger.polls(release.id), clock.now());
  };
}

function isDue(
  { source, pace }: FiguresSource,
  release: Release,
  asked: readonly Poll[],
  now: number,
): boolean {
  const last = asked.findLast((poll) => poll.source === source && poll.askedAt >= release.scheduledAt);
  const elapsed = now - release.scheduledAt;
  return !last || nextPollAt(pace, last.askedAt - release.scheduledAt) <= elapsed;
}

/** Public since it was first seen; since its instant where nobody had looked before. */
async function printOf(
  parts: LivePrintParts,
  release: Release,
  { poll, shown, asked }: Required<Look> & { readonly asked: readonly Poll[] },
): Promise<Print> {
  const hasLooked = asked.some(
    ({ source, askedAt }) => source === poll.source && askedAt >= release.scheduledAt,
  );
  const last = await latestPrint(parts.ledger, release.kind, poll.askedAt);
  return composePrint({
    release,
    shown,
    source: poll.source,
    forecasts: await forecastsOf(parts, release),
    ...(last && { last }),
    releasedAt: hasLooked ? poll.answeredAt : release.scheduledAt,
    receivedAt: poll.answeredAt,
  });
}

async function forecastsOf({ consensus, ledger }: LivePrintParts, release: Release): Promise<Forecasts> {
  const order = consensus.map(({ source }) => source);
  return chooseForecasts(await ledger.forecasts(release.id), { order, before: release.scheduledAt });
}

/** Before a release only. Sources of figures that were never asked show what is old by then. */
async function capture(
  parts: LivePrintParts,
  release: Release,
  now: number,
  signal: AbortSignal,
): Promise<void> {
  if (now >= release.scheduledAt) {
    return;
  }
  for (const source of parts.consensus) {
    const forecasts = await source.forecasts(release, now, signal).catch(ifForeseen);
    if (forecasts) {
      await parts.ledger.keepForecasts(release.id, forecasts);
    }
  }
  for (const source of parts.figures) {
    if (!(await parts.ledger.latestShown(source.source, release.kind))) {
      const { poll } = await lookAt(parts, source, { release, signal });
      await parts.ledger.keepPolls([poll.saw === 'new' ? { ...poll, saw: 'old' } : poll]);
    }
  }
}

function ifForeseen(error: unknown): undefined {
  if (!isProblem(error)) {
    throw error;
  }
}
