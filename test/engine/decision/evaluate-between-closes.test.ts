import { describe, expect, it } from 'vitest';
import type { Memory } from '#domain/signal/decision.ts';
import { evaluate } from '#engine/decision/evaluate.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { FAR_BELOW, decide, posted } from '#test/support/engine/play-story.ts';
import { COUNTED, closesUntil, memoryAfter, official, story } from '#test/support/engine/weak-cpi-story.ts';

describe('evaluate, between closes,', () => {
  const quote = (price: number, minutes = 0) => ({
    price,
    at: story.at(0, 'check').asOf - minutes * 60_000,
    source: 'a feed',
    quality: 'live' as const,
  });
  const before = (): { readonly memory: Memory } => ({
    memory: posted(decide(story.at(0, 'print', COUNTED))),
  });
  const last = (index: 'rut' | 'spx'): number => story.at(0, 'check').market[index].closes.at(-1)?.close ?? 0;

  it('watches at a check whose quotes show the lag', () => {
    const quotes = { rut: quote(last('rut') * 0.97), spx: quote(last('spx')) };
    const decision = decide(story.at(0, 'check', { ...COUNTED, quotes }), before());
    expect(decision).toMatchObject({ state: 'WATCH', rank: 'WATCH', ratio: { step: 0 }, quoted: true });
  });

  it('does no more than watch at a check, though the last closes would confirm', () => {
    const check = story.at(2, 'check');
    const taken = { at: check.asOf, source: 'a feed', quality: 'live' } as const;
    const closed = (index: 'rut' | 'spx'): number => check.market[index].closes.at(-1)?.close ?? 0;
    const quotes = {
      rut: { ...taken, price: closed('rut') * 0.98 },
      spx: { ...taken, price: closed('spx') },
    };
    const decision = decide({ ...check, quotes, prints: [story.print(2, FAR_BELOW)] });
    const truths = Object.fromEntries(decision.evidence.map(({ id, truth }) => [id, truth]));
    expect(truths).toMatchObject({ print: 'true', lag: 'true', trend: 'true', rsi: 'true', macd: 'true' });
    expect(decision).toMatchObject({ state: 'WATCH', rank: 'WATCH' });
  });

  it('stays where it is at a check without quotes, and says that the session is not closed', () => {
    const decision = decide(story.at(0, 'check', COUNTED), before());
    expect(decision.evidence.find(({ id }) => id === 'lag')).toMatchObject({
      truth: 'unknown',
      reason: 'not-yet-closed',
    });
    expect(decision).toMatchObject({ state: 'ARMED', changed: false, quoted: false });
  });

  it.each([
    ['older than 20 minutes', quote(last('rut') * 0.97, 21)],
    ['from the future', quote(last('rut') * 0.97, -1)],
    ['without a price', quote(0)],
  ])('does not use a quote %s', (_, rut) => {
    const quotes = { rut, spx: quote(last('spx')) };
    expect(decide(story.at(0, 'check', { ...COUNTED, quotes }), before()).state).toBe('ARMED');
  });

  it('counts no close and moves no ratio', () => {
    const memory = memoryAfter(11);
    for (const kind of ['print', 'check'] as const) {
      const decision = decide(story.at(12, kind, COUNTED), { memory });
      expect(decision.ratio.step).toBe(0);
      expect(decision.memory).toMatchObject({
        unwindOn: memory.unwindOn,
        closesBelow: memory.closesBelow,
        lastOfficial: memory.lastOfficial,
      });
    }
  });
});

describe('evaluate, asked twice or in between,', () => {
  it('changes nothing at the second official evaluation of a close', () => {
    const [, , first] = closesUntil(1);
    const memory = first ? posted(first) : undefined;
    const second = decide(official(1), memory && { memory });
    expect(second).toMatchObject({ state: 'CAPITULATION', changed: false, ratio: { now: 0.7, step: 0 } });
    expect(second.ratio.limits).toEqual(['one-step-a-session']);
    expect(second.memory).toEqual(memory);
  });

  it('proposes no second step at a close whose first one is not posted yet', () => {
    const [, , first] = closesUntil(1);
    const second = decide(official(1), first && { memory: first.memory });
    expect(second.ratio).toMatchObject({ now: 0.6, step: 0, limits: ['one-step-a-session'] });
    expect(second).not.toHaveProperty('adopts');
  });

  it('answers a question as the official evaluation would, and remembers nothing of it', () => {
    const memory = memoryAfter(0);
    const asked = decide(story.at(1, 'question', COUNTED), { memory });
    expect(asked).toMatchObject({ state: 'CAPITULATION', ratio: { step: 0.1, target: 0.85 } });
    expect(asked.memory).toEqual(memory);
    expect(asked).not.toHaveProperty('adopts');
  });

  it('shows a step that waits to be posted, and none once it has been', () => {
    const [, , first] = closesUntil(1);
    const pending = decide(story.at(1, 'question', COUNTED), first && { memory: first.memory });
    const over = decide(story.at(1, 'question', COUNTED), first && { memory: posted(first) });
    expect(pending.ratio).toMatchObject({ now: 0.6, step: 0.1 });
    expect(over.ratio).toMatchObject({ now: 0.7, step: 0, limits: ['one-step-a-session'] });
  });

  it('answers a question on the morning of a print that it has already seen', () => {
    const memory = posted(decide(story.at(0, 'print', COUNTED)));
    const asked = decide(story.at(-1, 'question', { breadth: true }), { memory });
    expect(asked).toMatchObject({ state: 'ARMED', age: 0 });
  });

  it('gives the same bytes for the same inputs', () => {
    const inputs = {
      snapshot: official(1),
      book: undefined,
      settings: someSettings(),
      settingsVersion: 1,
      memory: memoryAfter(0),
    };
    const bytes = JSON.stringify(evaluate(inputs));
    expect(JSON.stringify(evaluate(structuredClone(inputs)))).toBe(bytes);
  });
});
