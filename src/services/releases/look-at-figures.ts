import type { Poll, ShownFigures } from '#domain/releases/poll.ts';
import { isProblem } from '#domain/problem.ts';
import type { Release, ReleaseKind } from '#domain/releases/release.ts';
import { isNew } from '#engine/release/is-new.ts';
import { actualsOf } from '#engine/release/print-status.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { FiguresSource } from '#ports/sources/release-data.ts';
import type { PrintLedger } from '#ports/ledger/ledger.ts';
import type { ObservationLedger } from '#ports/ledger/release-ledger.ts';
import { latestPrint } from './latest-print.ts';

export type LookDeps = {
  readonly ledger: Pick<PrintLedger, 'prints'> & Pick<ObservationLedger, 'latestShown'>;
  readonly clock: MarketClock;
};

/** Milliseconds that one source is waited for. */
const TIMEOUT = 10_000;

/** One question to one source as it is kept, and what it showed; absent where it showed nothing. */
export type Look = { readonly poll: Poll; readonly shown?: ShownFigures };
export type Question = { readonly release: Release; readonly signal: AbortSignal };

/** Whoever has new figures first ends the waiting for the others, which then have not been asked. */
export async function lookAtAll(
  deps: LookDeps,
  sources: readonly FiguresSource[],
  { release, signal }: Question,
): Promise<readonly Look[]> {
  const shownFirst = new AbortController();
  const both = AbortSignal.any([signal, shownFirst.signal]);
  const looks = await Promise.all(
    sources.map(async (source) => {
      const look = await lookAt(deps, source, { release, signal: both });
      const isLeft = look.poll.saw === 'failed' && shownFirst.signal.aborted;
      if (look.poll.saw === 'new') {
        shownFirst.abort();
      }
      return isLeft ? [] : [look];
    }),
  );
  signal.throwIfAborted();
  return looks.flat();
}

/** Asks one source; one that fails is noted, not thrown. */
export async function lookAt(
  { clock, ledger }: LookDeps,
  figures: FiguresSource,
  { release, signal }: Question,
): Promise<Look> {
  const { id: releaseId, kind } = release;
  const askedAt = clock.now();
  const shown = await answerOf(figures, kind, signal);
  const { source } = figures;
  const poll = { releaseId, kind, source, askedAt, answeredAt: clock.now() };
  if (shown === undefined || shown === 'failed') {
    return { poll: { ...poll, saw: shown ?? 'nothing' } };
  }
  const lastShown = await ledger.latestShown(source, kind);
  const lastMonth = (await latestPrint(ledger, kind, askedAt))?.referenceMonth;
  const isFirst = isNew(shown, release, {
    ...(lastShown && { lastShown }),
    ...(lastMonth !== undefined && { lastMonth }),
  });
  const { referenceMonth, values } = shown;
  const seen = { referenceMonth, values, figures: actualsOf(shown.figures) };
  return { poll: { ...poll, saw: isFirst ? 'new' : 'old', ...seen }, shown };
}

async function answerOf(
  figures: FiguresSource,
  kind: ReleaseKind,
  signal: AbortSignal,
): Promise<ShownFigures | 'failed' | undefined> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]);
  try {
    return await figures.look(kind, limited);
  } catch (error) {
    if (isProblem(error) || limited.aborted) {
      return 'failed';
    }
    throw error;
  }
}
