import { describe, expect, it } from 'vitest';
import { gateLines } from '#discord/views/signal/gate-text.ts';
import { aCard, aDecision } from '#test/support/engine/decision.ts';

const { overview } = aCard(aDecision());

/** The lines that say what to do with new condors, the VIX past so many gates. */
function condors(gate: number | undefined): readonly string[] {
  const { gate: _, ...others } = overview;
  const lines = gateLines(aDecision(), gate === undefined ? others : { ...others, gate });
  return lines.filter((line) => line.startsWith('New condors'));
}

describe('gateLines', () => {
  it('says what to do with new condors at each gate, once', () => {
    expect([0, 1, 2, 3].map(condors)).toEqual([
      ['New condors: as planned; open or refresh layers now'],
      ['New condors: as planned; layers stand as they are'],
      ['New condors: hold'],
      ['New condors: hold; the late gate decides whether hedge may still be added'],
    ]);
  });

  it('never tells anybody to go on where the VIX is unknown', () => {
    expect(condors(undefined)).toEqual(['New condors: look at the VIX yourself, its level is unknown']);
  });
});
