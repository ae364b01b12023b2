import { describe, expect, it } from 'vitest';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import type { ManualMark } from '#domain/book/mark.ts';
import { readContext } from '#services/market/read-context.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { decide } from '#test/support/engine/play-story.ts';
import { official } from '#test/support/engine/weak-cpi-story.ts';

describe('readContext', () => {
  it('adds the multiples of the server that asks, as old as they are at the look', async () => {
    const snapshot = { ...official(1), asOf: Date.UTC(2026, 11, 1, 17) };
    const decision = decide(snapshot);
    const market = measureMarket(snapshot);
    const asked: string[] = [];
    const mark: ManualMark = {
      of: { kind: 'multiple', multiple: 'P/E', caps: 'small' },
      unit: 'multiple',
      value: 24,
      source: 'FTSE Russell',
      day: '2026-10-30',
      by: 'ann',
      at: 0,
    };
    const report = await readContext(
      {
        decideNow: async () => ({ decision, snapshot, market, settings: someSettings() }),
        ledger: {
          async manualMarks(server) {
            asked.push(server);
            return [mark];
          },
        },
      },
      '7',
      new AbortController().signal,
    );
    expect(asked).toEqual(['7']);
    expect(report.multiples).toEqual([
      { multiple: 'P/E', caps: 'small', value: 24, source: 'FTSE Russell', day: '2026-10-30', days: 32 },
    ]);
    expect(report.decision).toBe(decision);
  });
});
