import { describe, expect, it } from 'vitest';
import type { CapturedForecasts } from '#domain/releases/captured-forecasts.ts';
import { chooseForecasts, MANUAL } from '#engine/release/choose-forecasts.ts';

const CHOICE = { order: ['ForexFactory', 'keyed'], before: 100, server: '1' };

function captured(
  source: string,
  capturedAt: number,
  core: number | undefined,
  rest: Partial<CapturedForecasts> = {},
): CapturedForecasts {
  const figure = core === undefined ? {} : { consensus: core };
  return {
    figures: { headline: {}, core: figure, headlineYearly: {} },
    source,
    nature: 'survey',
    capturedAt,
    ...rest,
  };
}

const byHand = (capturedAt: number, core: number, server = '1'): CapturedForecasts =>
  captured(MANUAL, capturedAt, core, { by: 'ann', server });

/** Who gave the core consensus, and what it is. */
function core(...all: CapturedForecasts[]): readonly [string | undefined, number | undefined] {
  const { source, figures } = chooseForecasts(all, CHOICE);
  return [source, figures.core.consensus];
}

describe('chooseForecasts', () => {
  it('takes what a steward typed in before what machines say', () => {
    expect(core(byHand(1, 4), captured('ForexFactory', 2, 6))).toEqual(['manual', 4]);
  });

  it('takes the latest entry of a steward', () => {
    expect(core(byHand(1, 4), byHand(2, 5))).toEqual(['manual', 5]);
  });

  it('takes no entry of another server', () => {
    expect(core(byHand(1, 4, '2'), captured('ForexFactory', 2, 6))).toEqual(['ForexFactory', 6]);
  });

  it('takes the machine that is believed first, as it read last', () => {
    expect(
      core(captured('keyed', 1, 5), captured('ForexFactory', 2, 6), captured('ForexFactory', 3, 7)),
    ).toEqual(['ForexFactory', 7]);
  });

  it('falls back for each series by itself, and names everybody', () => {
    const headline = captured('ForexFactory', 1, 6, {
      figures: { headline: { consensus: 6 }, core: { consensus: 8 }, headlineYearly: {} },
    });
    const chosen = chooseForecasts([headline, byHand(2, 4)], CHOICE);
    expect(chosen.figures).toMatchObject({ headline: { consensus: 6 }, core: { consensus: 4 } });
    expect(chosen.source).toBe('ForexFactory, manual');
  });

  it('takes nothing that was captured when the figures were out', () => {
    expect(core(captured('ForexFactory', 99, 6), captured('ForexFactory', 100, 9))).toEqual([
      'ForexFactory',
      6,
    ]);
  });

  it('never takes a nowcast for a consensus, and gives it separately', () => {
    const nowcast = captured('Cleveland Fed', 1, 5, { nature: 'nowcast' });
    const chosen = chooseForecasts([nowcast], CHOICE);
    expect(chosen.source).toBeUndefined();
    expect(chosen.figures.core).toEqual({});
    expect(chosen.nowcast).toMatchObject({ source: 'Cleveland Fed', figures: { core: { consensus: 5 } } });
  });
});
