import { describe, expect, it } from 'vitest';
import { confirmClose } from '#adapters/live/confirm-close.ts';
import { daily, supplied } from '#test/support/http/suppliers.ts';

const BEFORE = 2_400;

/** The last close by Cboe, and what others say of the same session. */
function confirmed(ours: number, others: Readonly<Record<string, number>>) {
  const series = { '2026-11-25': BEFORE, '2026-11-27': ours };
  const all = Object.entries(others).map(([provider, close]) => supplied(provider, { '2026-11-27': close }));
  const combined = { daily: daily('Cboe', series), provider: 'Cboe', missing: [] };
  return confirmClose(combined, [supplied('Cboe', series), ...all]);
}

describe('confirmClose', () => {
  it.each<[string, number, Record<string, number>, 'confirmed' | 'provisional']>([
    ['another provider says the same', 2_410, { Yahoo: 2_410 }, 'confirmed'],
    ['another provider is 0.05 % away', 2_410, { Yahoo: 2_410 * 1.0005 }, 'confirmed'],
    ['another provider is further away', 2_410, { Yahoo: 2_410 * 1.000501 }, 'provisional'],
    ['nobody else has it', 2_410, {}, 'provisional'],
    ['one of two agrees', 2_410, { Yahoo: 2_500, Other: 2_410 }, 'confirmed'],
    ['only our own provider agrees, from another page', 2_410, { Cboe: 2_410 }, 'provisional'],
  ])('where %s', (_, ours, others, kind) => {
    const { standing, closes } = confirmed(ours, others);
    expect(standing?.kind).toBe(kind);
    expect(standing?.session).toBe('2026-11-27');
    expect(closes.at(-1)?.close).toBe(ours);
  });

  it('keeps both values where they disagree, ours first', () => {
    expect(confirmed(2_410, { Yahoo: 2_450 }).standing?.values).toEqual([
      { source: 'Cboe', value: 2_410 },
      { source: 'Yahoo', value: 2_450 },
    ]);
  });

  it("does not take yesterday's value under today's date when another provider knows better", () => {
    const { closes, standing, source } = confirmed(BEFORE, { Yahoo: 2_450 });
    expect(closes).toEqual([
      { session: '2026-11-25', close: BEFORE },
      { session: '2026-11-27', close: 2_450 },
    ]);
    expect(source).toBe('Cboe; Yahoo for 2026-11-27');
    expect(standing).toMatchObject({ kind: 'provisional', values: [{ value: 2_450 }, { value: BEFORE }] });
  });

  it('believes a close like the one before when two providers have it', () => {
    const { closes, standing } = confirmed(BEFORE, { Yahoo: BEFORE });
    expect(closes.at(-1)?.close).toBe(BEFORE);
    expect(standing?.kind).toBe('confirmed');
  });

  it('has no standing where there is no close', () => {
    const none = confirmClose({ daily: daily('Cboe', {}), provider: 'Cboe', missing: [] }, []);
    expect(none.standing).toBeUndefined();
  });
});
