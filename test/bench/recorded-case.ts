import { exchangeFacts } from '#config/exchange-facts.ts';
import { fomcStatements } from '#config/fomc-statements.ts';
import { thresholds } from '#config/thresholds.ts';
import { createEpisodes } from '#adapters/recorded/episodes.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { Decision, Memory } from '#domain/signal/decision.ts';
import type { Print } from '#domain/releases/print.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { evaluate, initialMemory } from '#engine/decision/evaluate.ts';
import { takeSnapshot } from '#services/signal/take-snapshot.ts';

/** One evaluation of a recorded episode, and what a server with the usual thresholds remembers before it. */
export type RecordedCase = {
  readonly snapshot: Snapshot;
  readonly memory: Memory;
  readonly decision: Decision;
};

export const EPISODE = '2014-09-17';

/** Its day 0 and the closes after it, up to the one that confirms. */
const CLOSES = ['2014-09-17', '2014-09-18', '2014-09-19', '2014-09-22', '2014-09-23'];

/**
 * The close that confirms the weak print of 2014-09-17: every piece of evidence has something to do there.
 *
 * @throws Error when the rules no longer find it confirmed, because then something else would be measured
 */
export async function recordedCase(): Promise<RecordedCase> {
  const { episode, market, prints } = await createEpisodes().open(EPISODE);
  const calendar = exchangeCalendar(exchangeFacts);
  const signal = new AbortController().signal;
  const received: Print[] = [];
  for (const release of episode.releases) {
    const print = await prints.fetch(release, episode.lastAt, signal);
    received.push(...(print ? [print] : []));
  }
  const sources = {
    calendar,
    fomc: fomcStatements,
    market,
    prints,
    ledger: {
      prints: async (until: number) => received.filter(({ releasedAt }) => releasedAt <= until),
    },
  };
  const settings = thresholds.defaults;
  let memory = initialMemory(settings);
  let last: RecordedCase | undefined;
  for (const session of CLOSES) {
    const snapshot = await takeSnapshot(
      sources,
      { kind: 'official', session },
      calendar.usableAt(session),
      signal,
    );
    const decision = evaluate({ snapshot, settings, settingsVersion: 0, memory, book: undefined });
    last = { snapshot, memory, decision };
    memory = decision.memory;
  }
  if (last?.decision.state !== 'CAPITULATION') {
    throw new Error(`${CLOSES.at(-1)} ends in ${last?.decision.state ?? 'nothing'}, not in CAPITULATION.`);
  }
  return last;
}
