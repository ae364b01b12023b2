import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { thresholds } from '#config/thresholds.ts';
import { createEpisodes } from '#adapters/recorded/episodes.ts';
import type { MarketHistory } from '#domain/market/market.ts';
import type { Close } from '#domain/market/session.ts';
import { classifyPrint } from '#engine/print/classify-print.ts';
import { openHistory } from '#test/support/engine/history.ts';
import { recordedTables } from '#test/support/engine/record-episodes.ts';

const history = await openHistory('the recorded episodes against the recorded history');
const signal = new AbortController().signal;
const library = createEpisodes();
const IDS = library.list().map(({ id }) => id);

type Index = 'rut' | 'spx' | 'vix' | 'vix9d' | 'vix3m';

/** Closes on the sessions of another history: from 2022 on the VIX has values while the exchanges are closed. */
function closesOf(market: MarketHistory | undefined, name: Index, like = market): readonly Close[] {
  const sessions = new Set(like?.spx.closes.map(({ session }) => session));
  return market?.[name]?.closes.filter(({ session }) => sessions.has(session)) ?? [];
}

function countsOf(market: MarketHistory | undefined): unknown {
  const { small, large } = market?.breadth ?? {};
  return [small?.days, large?.days];
}

describe.skipIf(!history)('the recorded episodes beside the recorded history', () => {
  it('are its tables, cell by cell', () => {
    for (const [name, text] of Object.entries(recordedTables())) {
      const kept = new URL(`../../../src/adapters/recorded/episodes/${name}`, import.meta.url);
      // Compared as a whole: a difference of two long texts takes minutes to print.
      expect({ name, equal: readFileSync(kept, 'utf8') === text }).toEqual({ name, equal: true });
    }
  });

  it.each(IDS)('have the same closes and counts in %s', async (id) => {
    const { market } = await library.open(id);
    const recorded = await market.history(0, signal);
    const session = recorded.rut.closes.at(-1)?.session ?? '';
    const whole = history?.snapshot({ kind: 'official', session }).market;
    for (const name of ['rut', 'spx', 'vix', 'vix9d', 'vix3m'] as const) {
      expect(closesOf(recorded, name)).toEqual(closesOf(whole, name, recorded));
    }
    expect(countsOf(recorded)).toEqual(countsOf(whole));
  });

  it.each(IDS)('judge every print of %s as the whole history since 2007 does', async (id) => {
    const { episode, prints } = await library.open(id);
    for (const release of episode.releases) {
      const print = await prints.fetch(release, episode.endsAt, signal);
      const whole = history?.releases.find(({ print: { releaseId } }) => releaseId === release.id);
      if (!print || !whole) {
        throw new Error(`${release.id} is missing`);
      }
      const past = await prints.history(print.kind, print.scheduledAt, signal);
      expect(past.length).toBeLessThan(whole.history.length);
      expect(classifyPrint({ ...whole, print, history: past }, thresholds.defaults)).toEqual(
        classifyPrint(
          { ...whole, print: { ...whole.print, receivedAt: print.receivedAt } },
          thresholds.defaults,
        ),
      );
    }
  });
});
