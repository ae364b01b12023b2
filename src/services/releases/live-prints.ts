import { SECOND } from '#domain/duration.ts';
import { type Poll, nextPollAt } from '#domain/releases/poll.ts';
import type { Forecasts, Print } from '#domain/releases/print.ts';
import { isProblem } from '#domain/problem.ts';
import type { Release } from '#domain/releases/release.ts';
import { chooseForecasts } from '#engine/release/choose-forecasts.ts';
import { composePrint } from '#engine/release/compose-print.ts';
import { printStatus } from '#engine/release/print-status.ts';
import type { ConsensusSource, FiguresSource, PrintSource } from '#ports/sources/release-data.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { PrintLedger } from '#ports/ledger/ledger.ts';
import type { ObservationLedger } from '#ports/ledger/release-ledger.ts';
import { latestPrint } from './latest-print.ts';
import { type Look, lookAt, lookAtAll } from './look-at-figures.ts';
import { pastPrints } from './past-prints.ts';

export type LivePrintDeps = {
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
export function createLivePrints(deps: LivePrintDeps): PrintSource {
  const { figures, ledger } = deps;
  return {
    source: figures.map(({ source }) => source).join(', '),
    pace: figures.some(({ pace }) => pace === 'keyed') ? 'keyed' : 'keyless',

    async fetch(release, now, signal) {
      const polls = await ledger.polls(release.id);
      const due = figures.filter((one) => isDue(one, release, polls, now));
      const looks = await lookAtAll(deps, due, { release, signal });
      const first = looks.find(({ poll }) => poll.saw === 'new');
      if (first && !(await isExpectationSettled(deps, release, signal))) {
        // Not kept: what is new is seen as new once, and it must be seen so when it can be classified.
        await ledger.keepPolls(looks.map(({ poll }) => poll).filter(({ saw }) => saw !== 'new'));
        return undefined;
      }
      await ledger.keepPolls(looks.map(({ poll }) => poll));
      return first?.shown && printOf(deps, release, { ...first, shown: first.shown, polls });
    },

    async consensus(release, now, signal) {
      await capture(deps, release, now, signal);
      return forecastsOf(deps, release);
    },

    history: (kind, before, signal) => pastPrints(deps, kind, before, signal),

    async status(print, now) {
      return printStatus(print, await ledger.polls(print.releaseId), now);
    },

    ...(figures.length > 1 && { verify: createVerify(deps) }),
  };
}

/** Sources that have not shown the print's month yet are asked on their schedules. */
function createVerify(deps: LivePrintDeps): NonNullable<PrintSource['verify']> {
  const { figures, ledger, clock } = deps;
  return async (release, print, signal) => {
    const polls = await ledger.polls(release.id);
    const waiting = figures.filter(
      (one) => one.source !== print.source && isDue(one, release, polls, clock.now()),
    );
    const looks = await Promise.all(waiting.map((source) => lookAt(deps, source, { release, signal })));
    signal.throwIfAborted();
    await ledger.keepPolls(looks.map(({ poll }) => poll));
    return printStatus(print, await ledger.polls(release.id), clock.now());
  };
}

function isDue(
  { source, pace }: FiguresSource,
  release: Release,
  polls: readonly Poll[],
  now: number,
): boolean {
  const last = polls.findLast((poll) => poll.source === source && poll.askedAt >= release.scheduledAt);
  const elapsed = now - release.scheduledAt;
  return !last || nextPollAt(pace, last.askedAt - release.scheduledAt) <= elapsed;
}

/** Public since it was first seen; since its instant where nobody had looked before. */
async function printOf(
  deps: LivePrintDeps,
  release: Release,
  { poll, shown, polls }: Required<Look> & { readonly polls: readonly Poll[] },
): Promise<Print> {
  const hasLooked = polls.some(
    ({ source, askedAt }) => source === poll.source && askedAt >= release.scheduledAt,
  );
  const last = await latestPrint(deps.ledger, release.kind, poll.askedAt);
  return composePrint({
    release,
    shown,
    source: poll.source,
    forecasts: await forecastsOf(deps, release),
    ...(last && { last }),
    releasedAt: hasLooked ? poll.answeredAt : release.scheduledAt,
    receivedAt: poll.answeredAt,
  });
}

async function forecastsOf({ consensus, ledger }: LivePrintDeps, release: Release): Promise<Forecasts> {
  const order = consensus.map(({ source }) => source);
  return chooseForecasts(await ledger.forecasts(release.id), { order, before: release.scheduledAt });
}

/** Milliseconds after a release's instant for which figures wait for a consensus that nobody had captured before. */
const CONSENSUS_TIMEOUT = 60 * SECOND;

/**
 * Whether it is known what the figures are to be held against: a survey that was captured before, one that is captured
 * now, late, or none, once everybody has answered or the time is over. Until then they are being classified.
 */
async function isExpectationSettled(
  deps: LivePrintDeps,
  release: Release,
  signal: AbortSignal,
): Promise<boolean> {
  const { source } = await forecastsOf(deps, release);
  return (
    source !== undefined ||
    (await captureLate(deps, release, signal)) ||
    deps.clock.now() >= release.scheduledAt + CONSENSUS_TIMEOUT
  );
}

/** @returns whether a survey was captured, or everybody has answered that there is none */
async function captureLate(deps: LivePrintDeps, release: Release, signal: AbortSignal): Promise<boolean> {
  let failed = false;
  for (const survey of deps.consensus.filter(({ nature }) => nature === 'survey')) {
    try {
      const forecasts = await survey.forecasts(release, deps.clock.now(), signal);
      if (forecasts) {
        await deps.ledger.keepForecasts(release.id, forecasts);
        return true;
      }
    } catch (error) {
      ifForeseen(error);
      failed = true;
    }
  }
  return !failed;
}

/** Before a release only. Sources of figures that were never asked show what is old by then. */
async function capture(
  deps: LivePrintDeps,
  release: Release,
  now: number,
  signal: AbortSignal,
): Promise<void> {
  if (now >= release.scheduledAt) {
    return;
  }
  for (const source of deps.consensus) {
    const forecasts = await source.forecasts(release, now, signal).catch(ifForeseen);
    if (forecasts) {
      await deps.ledger.keepForecasts(release.id, forecasts);
    }
  }
  for (const source of deps.figures) {
    if (!(await deps.ledger.latestShown(source.source, release.kind))) {
      const { poll } = await lookAt(deps, source, { release, signal });
      await deps.ledger.keepPolls([poll.saw === 'new' ? { ...poll, saw: 'old' } : poll]);
    }
  }
}

function ifForeseen(error: unknown): undefined {
  if (!isProblem(error)) {
    throw error;
  }
}
