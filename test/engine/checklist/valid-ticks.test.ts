import { describe, expect, it } from 'vitest';
import type { ChecklistAnswer, Tick } from '#domain/checklist/checklist.ts';
import { validTicks } from '#engine/checklist/valid-ticks.ts';

const calm: ChecklistAnswer = {
  item: 'vix-gate',
  number: 8,
  status: 'ok',
  measures: [],
  finding: 'calm',
  facts: [],
};
const halved: ChecklistAnswer = { ...calm, status: 'watch', finding: 'halved' };

const tick: Tick = {
  item: 'vix-gate',
  by: 'ann',
  at: 100,
  seen: { decisionId: 'a', status: 'ok', finding: 'calm' },
};

describe('validTicks', () => {
  it('opens an item again when its answer has become another one since', () => {
    expect(validTicks([halved], [tick], 200)).toEqual({
      ticks: [],
      reopened: [{ item: 'vix-gate', tick }],
    });
  });

  it('lets a mark stand while the answer is the same, whatever its numbers', () => {
    expect(validTicks([{ ...calm, facts: [1] }], [tick], 200)).toEqual({ ticks: [tick], reopened: [] });
  });

  it('lets a mark stand that was set after the answer was given, such as on an older card', () => {
    expect(validTicks([halved], [tick], 100).ticks).toEqual([tick]);
  });

  it('lets a mark stand of which nobody knows what was seen', () => {
    const { seen: _, ...bare } = tick;
    expect(validTicks([halved], [bare], 200).ticks).toEqual([bare]);
  });

  it('opens an item again whose input has gone missing', () => {
    const unknown: ChecklistAnswer = { ...calm, status: 'unknown', finding: 'unknown' };
    expect(validTicks([unknown], [tick], 200).reopened).toHaveLength(1);
  });
});
