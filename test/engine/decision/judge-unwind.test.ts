import { describe, expect, it } from 'vitest';
import type { Programme } from '#domain/signal/decision.ts';
import { judgeUnwind } from '#engine/decision/judge-unwind.ts';
import { measureMarket, type MarketMeasures } from '#engine/evidence/measure-market.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { official, story } from '#test/support/engine/weak-cpi-story.ts';

type Given = { readonly place: number; readonly isOpen?: boolean; readonly programme?: Partial<Programme> };

/** In the story RSI and MACD are both true until session 5; momentum is up again from session 11 on. */
function judge({ place, isOpen = false, programme }: Given) {
  return judgeUnwind({
    market: measureMarket(official(place)),
    settings: someSettings(),
    programme: { ratio: 0.7, upUsed: 0.1, lastUpStep: story.session(3), ...programme },
    isOpen,
    session: story.session(place),
  });
}

const twentyBefore = (place: number): Partial<Programme> => ({ lastUpStep: story.session(place - 20) });

describe('judgeUnwind', () => {
  it('holds once the Russell has recovered, even inside the window', () => {
    expect(judge({ place: 11 })).toEqual({ holds: 'true', branch: 'recovered' });
    expect(judge({ place: 11, isOpen: true })).toEqual({ holds: 'true', branch: 'recovered' });
  });

  it.each([
    [45.01, 0.01, 'true'],
    [45, 0.01, 'false'],
    [45.01, 0, 'false'],
    [44, 5, 'false'],
  ] as const)('at an RSI of %d and a histogram of %d, inside the window: %s', (rsi, bar, holds) => {
    const measured = measureMarket(official(11));
    const flat = (value: number) => measured.sessions.map(() => value);
    const market: MarketMeasures = {
      ...measured,
      strength: () => flat(rsi),
      histogram: () => flat(bar),
    };
    const programme = { ratio: 0.7, upUsed: 0.1, lastUpStep: story.session(3) };
    const given = { market, settings: someSettings(), programme, isOpen: true, session: story.session(11) };
    expect(judgeUnwind(given).holds).toBe(holds);
  });

  it('does not hold while momentum is down and the last up-step is recent', () => {
    expect(judge({ place: 8 })).toEqual({ holds: 'false' });
  });

  it('holds twenty sessions after the last up-step though momentum is down', () => {
    expect(judge({ place: 8, programme: twentyBefore(8) })).toEqual({ holds: 'true', branch: 'expired' });
    expect(judge({ place: 8, programme: { lastUpStep: story.session(-11) } }).holds).toBe('false');
  });

  it('waits for three closes without dual confirmation', () => {
    expect(judge({ place: 7, programme: twentyBefore(7) }).holds).toBe('false');
  });

  it('expires only after the window', () => {
    expect(judge({ place: 8, programme: twentyBefore(8), isOpen: true }).holds).toBe('false');
  });

  it('has nothing to take down at base', () => {
    expect(judge({ place: 11, programme: { ratio: 0.6 } }).holds).toBe('false');
  });

  it('is not known where the closes are not', () => {
    const snapshot = official(11);
    const rut = { ...snapshot.market.rut, closes: snapshot.market.rut.closes.slice(0, -1) };
    const market = measureMarket({ ...snapshot, market: { ...snapshot.market, rut } });
    const programme = { ratio: 0.7, upUsed: 0.1 };
    const given = { market, settings: someSettings(), programme, isOpen: false, session: story.session(11) };
    expect(judgeUnwind(given)).toEqual({ holds: 'unknown' });
  });
});
