import { describe, expect, it } from 'vitest';
import type { Hedge, LayerName } from '#domain/book/lot.ts';
import { rollsDue } from '#engine/upkeep/rolls-due.ts';
import { someSettings } from '#test/support/engine/decision.ts';

const lot = (layer: LayerName | undefined, openedOn: string, expiry: string): Hedge => ({
  kind: 'hedge',
  id: `${layer}.${expiry}`,
  instrument: 'VIX',
  right: 'call',
  strike: 25,
  quantity: 4,
  ...(layer && { layer }),
  openedOn,
  expiry,
});

const due = (hedge: Hedge, today: string) => rollsDue([hedge], today, someSettings())[0];

describe('rollsDue', () => {
  it.each([
    ['short', '2026-01-05', 25],
    ['medium', '2026-01-05', 90],
    ['long', '2026-01-05', 180],
  ] as const)('has the %s layer rolled after %s and %d days', (layer, openedOn, days) => {
    const after = new Date(Date.parse(openedOn) + days * 86_400_000).toISOString().slice(0, 10);
    const before = new Date(Date.parse(after) - 86_400_000).toISOString().slice(0, 10);
    const hedge = lot(layer, openedOn, '2026-12-16');
    expect(due(hedge, before)).toBeUndefined();
    expect(due(hedge, after)).toMatchObject({ reasons: ['age'], daysHeld: days });
  });

  it.each([
    ['short', '2026-02-13', 5],
    ['medium', '2026-02-03', 15],
    ['long', '2026-01-19', 30],
  ] as const)('has the %s layer rolled from %s on, %d days before its end', (layer, today, left) => {
    const hedge = lot(layer, '2026-01-19', '2026-02-18');
    expect(due(hedge, today)).toMatchObject({ daysLeft: left });
    expect(due(hedge, today)?.reasons).toContain('days-left');
  });

  it('asks those first that end first, and leaves what has ended and shares', () => {
    const shares: Hedge = { kind: 'hedge', id: 'H9', instrument: 'VXX', quantity: 9, openedOn: '2020-01-02' };
    const all = [
      lot('long', '2025-01-02', '2026-03-18'),
      lot(undefined, '2025-01-02', '2026-02-18'),
      lot('short', '2026-01-05', '2026-02-11'),
      shares,
    ];
    const found = rollsDue(all, '2026-02-13', someSettings());
    expect(found.map(({ lotId }) => lotId)).toEqual(['undefined.2026-02-18', 'long.2026-03-18']);
    expect(found[0]?.reasons).toEqual(['days-left']);
  });
});
