import { describe, expect, it } from 'vitest';
import { assess } from '#engine/decision/assess.ts';
import { initialMemory } from '#engine/decision/evaluate.ts';
import { makeDecision } from '#engine/decision/make-decision.ts';
import { scenarioPath } from '#engine/decision/scenario-path.ts';
import { targetRatio } from '#engine/decision/target-ratio.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import { classifyPrint } from '#engine/print/classify-print.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { decide } from '#test/support/engine/play-story.ts';
import { COUNTED, memoryAfter, official, weakCpi } from '#test/support/engine/weak-cpi-story.ts';

describe('the target of a raise', () => {
  const raised = {
    now: 0.6,
    isCapitulation: true,
    isUnwinding: false,
    breadth: 'true',
    hasConsensus: true,
  } as const;
  const defaults = someSettings();

  it.each([
    // 0.60 + 0.25, halved by what is not known, and by a forecast that nobody made.
    [{}, 0.85, []],
    [{ breadth: 'false' }, 0.725, []],
    [{ breadth: 'unknown' }, 0.725, []],
    [{ hasConsensus: false }, 0.725, []],
    [{ breadth: 'unknown', hasConsensus: false }, 0.6625, []],
    [{ isCapitulation: false, now: 0.7 }, 0.7, []],
    [{ isCapitulation: false, isUnwinding: true, now: 0.7 }, 0.6, []],
  ] as const)('with %o is %d', (wish, target, limits) => {
    expect(targetRatio({ ...raised, ...wish }, defaults)).toMatchObject({ target, limits });
  });

  it('stops at the hard cap, says so, and says nothing where the cap is just reached', () => {
    const capped = (hardCap: number) => targetRatio(raised, someSettings({ 'ratio.hardCap': hardCap }));
    expect(capped(0.8)).toMatchObject({ target: 0.8, limits: ['hard-cap'] });
    expect(capped(0.85)).toMatchObject({ target: 0.85, limits: [] });
  });

  it('says what halved it', () => {
    expect(targetRatio({ ...raised, breadth: 'false' }, defaults)).toMatchObject({
      strength: 0.5,
      consensusFactor: 1,
    });
    expect(targetRatio({ ...raised, hasConsensus: false }, defaults)).toMatchObject({
      strength: 1,
      consensusFactor: 0.5,
    });
  });
});

describe('a close that confirms', () => {
  const at = (
    settings: Parameters<typeof someSettings>[0] = {},
    sessionsAway?: number,
    budget?: { readonly net: number; readonly budget: number; readonly step: number },
  ) =>
    decide(
      official(1, {
        ...COUNTED,
        ...(sessionsAway !== undefined && { fomc: { statement: '2014-04-16', sessionsAway } }),
      }),
      { memory: memoryAfter(0), settings: someSettings(settings), ...(budget && { budget }) },
    );

  it('raises nothing beside a statement of the Fed where the server blocks that', () => {
    expect(at({ 'fomc.policy': 'block' }, 1)).toMatchObject({
      state: 'CAPITULATION',
      standDown: ['fomc'],
      ratio: { step: 0, limits: ['blocked-fomc'] },
    });
    expect(at({ 'fomc.policy': 'block' }, 2)).toMatchObject({ standDown: [], ratio: { step: 0.1 } });
    expect(at({ 'fomc.policy': 'halve' }, 1)).toMatchObject({
      standDown: [],
      ratio: { step: 0.05, limits: ['step-up', 'halved-fomc'] },
    });
  });

  it('raises what the budget of the year can pay, to the last dollar and not beyond', () => {
    expect(at({}, undefined, { net: 900, budget: 1_000, step: 100 }).ratio).toMatchObject({
      step: 0.1,
      limits: ['step-up'],
    });
    expect(at({}, undefined, { net: 900, budget: 1_000, step: 101 }).ratio).toMatchObject({
      step: 0,
      limits: ['hedge-budget'],
    });
  });

  it('has nothing that stands it down on an ordinary day', () => {
    expect(at()).toMatchObject({ standDown: [], degraded: [], ratio: { step: 0.1, next: 0.7 } });
  });
});

describe('the path that evidence is on', () => {
  const on = (
    truths: Readonly<Partial<Record<'lag' | 'trend' | 'breadth' | 'rsi' | 'macd', 'true' | 'false'>>>,
  ) =>
    scenarioPath(
      (['lag', 'trend', 'breadth', 'rsi', 'macd'] as const).map((id) => ({
        id,
        truth: truths[id] ?? 'unknown',
        measures: [],
      })),
    );

  it.each([
    [{}, undefined],
    [{ trend: 'true', rsi: 'true', macd: 'true' }, undefined],
    [{ lag: 'false', rsi: 'true', macd: 'true' }, 'no-lag'],
    [{ lag: 'true' }, 'lag'],
    [{ lag: 'true', trend: 'true' }, 'partly'],
    [{ lag: 'true', breadth: 'true' }, 'partly'],
    [{ lag: 'true', rsi: 'true' }, 'partly'],
    [{ lag: 'true', macd: 'true' }, 'partly'],
    [{ lag: 'true', rsi: 'true', macd: 'true' }, 'both'],
    [{ lag: 'true', rsi: 'true', macd: 'true', breadth: 'false' }, 'both'],
    [{ lag: 'true', rsi: 'true', macd: 'true', breadth: 'true' }, 'both-and-breadth'],
  ] as const)('with %o is %s', (truths, path) => {
    expect(on(truths)).toBe(path);
  });
});

describe('what would be decided if', () => {
  const settings = someSettings();
  const snapshot = official(0, { prints: [weakCpi] });
  const inputs = { book: undefined, settings, settingsVersion: 1, memory: initialMemory(settings) };
  const suppose = (
    truths: Readonly<Partial<Record<'lag' | 'rsi' | 'macd', 'true' | 'false'>>>,
    releaseId = weakCpi.print.releaseId,
  ) => {
    const reading = classifyPrint(weakCpi, settings);
    const market = measureMarket(snapshot);
    return makeDecision(
      assess({ ...inputs, snapshot }, market, { reading: { ...reading, releaseId }, truths }),
    );
  };

  it('takes for granted the evidence that is supposed, and judges the rest', () => {
    const supposed = suppose({ lag: 'true', rsi: 'true', macd: 'true' });
    expect(supposed).toMatchObject({ state: 'CAPITULATION', ratio: { step: 0.1 } });
    expect(suppose({ lag: 'false' })).toMatchObject({ state: 'ARMED', ratio: { step: 0 } });
    const judged = decide(snapshot, { settings });
    const of = ({ evidence }: typeof judged, id: string) => evidence.find((piece) => piece.id === id);
    expect(of(supposed, 'lag')).toEqual({ id: 'lag', truth: 'true', measures: of(judged, 'lag')?.measures });
    expect(of(supposed, 'trend')).toEqual(of(judged, 'trend'));
  });

  it('reads the print of the release as supposed, and any other as it is', () => {
    const inLine = { ...classifyPrint(weakCpi, settings), class: 'in-line' } as const;
    const market = measureMarket(snapshot);
    const withReading = (releaseId: string) =>
      makeDecision(
        assess({ ...inputs, snapshot }, market, {
          reading: { ...inLine, releaseId },
          truths: { lag: 'false' },
        }),
      ).state;
    expect(withReading(weakCpi.print.releaseId)).toBe('CALM');
    expect(withReading('CPI-2000-01-01')).toBe('ARMED');
  });

  it('does not mind inputs that are missing', () => {
    const { market, ...rest } = snapshot;
    const none = { ...rest, market: { ...market, rut: { ...market.rut, closes: [] } } };
    const reading = classifyPrint(weakCpi, settings);
    const degradedIn = (supposed?: Parameters<typeof assess>[2]) =>
      assess({ ...inputs, snapshot: none }, measureMarket(none), supposed).degraded;
    expect(degradedIn()).toEqual([{ input: 'rut', reason: 'not-supplied' }]);
    expect(degradedIn({ reading, truths: {} })).toEqual([]);
  });
});
