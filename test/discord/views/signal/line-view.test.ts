import { describe, expect, it } from 'vitest';
import type { Decision } from '#domain/signal/decision.ts';
import type { Measure } from '#domain/signal/evidence.ts';
import { lineView } from '#discord/views/signal/line-view.ts';
import { aDecision } from '#test/support/engine/decision.ts';
import { AN_ORDER, A_TICKET } from '#test/support/discord/sample-order.ts';
import { componentsOf, textOf } from '#test/support/discord/view-facts.ts';

function lines(otherwise: Partial<Decision>, lag: Partial<Measure> = { value: 0.07 }): readonly string[] {
  const measure: Measure = { id: 'lagZ', unit: 'standard deviations', ...lag };
  const decision = aDecision({
    evidence: [{ id: 'lag', truth: 'false', measures: [measure] }],
    ...otherwise,
  });
  return textOf(lineView({ form: 'line', decision }, { mark: 'k7QePz12' })).split('\n');
}

describe('lineView', () => {
  it('tells the state first, then the proof of the look, each part with its mark, and the way', () => {
    const lag: Measure[] = [
      { id: 'lagZ', unit: 'standard deviations', value: -1.6, distance: -0.6 },
      { id: 'relativeSincePrint', unit: 'percent', value: 0.2, distance: 0.2 },
    ];
    const [first, second] = textOf(
      lineView(
        {
          form: 'line',
          decision: aDecision({
            state: 'ARMED',
            rank: 'ARMED',
            evidence: [{ id: 'lag', truth: 'false', measures: lag }],
            progress: { rule: 'lag', fraction: 0.85 },
          }),
        },
        { mark: 'k7QePz12', watermark: 'RECORDED' },
      ),
    ).split('\n');
    expect(first).toBe(
      '**ARMED 0.60** · checked 16:15 · small caps −1.6σ ✓, RUT/SPX not below ✗ · 85 % to WATCH',
    );
    expect(second).toBe('-# Tue 23 Sep 2014 · **RECORDED** · `k7QePz12`');
  });

  it('of HOLD says only what would take it down', () => {
    const [first, second] = lines({ state: 'HOLD' });
    expect(first).toBe('**HOLD 0.60** · checked 16:15 · nothing to do, nothing owed');
    expect(second).toContain('down when RSI is above 45 and MACD rises, two closes in a row');
  });

  it('says what is owed and until when, instead of nothing to do', () => {
    const owed = { asked: 0.7, filled: 0.6, order: AN_ORDER, tickets: [A_TICKET] };
    const line = lineView({ form: 'line', decision: aDecision({ state: 'HOLD' }), owed }, {});
    expect(textOf(line).split('\n')[0]).toBe(
      '**HOLD 0.60** · checked 16:15 · owed 1 × Oct 16C · until Tue 30 Sep',
    );
  });

  it('has neither box nor button', () => {
    expect(
      componentsOf(lineView({ form: 'line', decision: aDecision() }, {})).map(({ type }) => type),
    ).toEqual([10]);
  });

  it('tells the time of a check and of an early close as they are', () => {
    const check = { kind: 'check', session: '2014-09-17', time: '09:45' } as const;
    expect(lines({ evaluation: check })[0]).toContain('checked 09:45');
    expect(lines({ asOf: Date.UTC(2014, 10, 28, 18, 15) })[0]).toContain('checked 13:15');
  });

  it('says of a check without quotes that everything stays until the close', () => {
    const check = { kind: 'check', session: '2014-09-17', time: '09:45' } as const;
    expect(lines({ evaluation: check, quoted: false, state: 'ARMED', rank: 'ARMED' })[0]).toBe(
      '**ARMED 0.60** · checked 09:45 · no fresh quotes for RUT and SPX: stays until the close',
    );
  });

  it('says so where a part is not known, and which input is missing', () => {
    const degraded = [{ input: 'rut', reason: 'stale' }] as const;
    const open = { id: 'lag', truth: 'unknown', reason: 'not-yet-closed', measures: [] } as const;
    const [first] = lines({ state: 'ARMED', rank: 'ARMED', degraded, evidence: [open] });
    expect(first).toContain('Small caps lag ? (the session has not closed)');
    expect(first).toContain('RUT: the data are old');
  });

  it('words a state that is kept against its evidence', () => {
    const memory = { ...aDecision().memory, closesBelow: 1 };
    expect(lines({ state: 'CAPITULATION', rank: 'CONFIRM', memory })[0]).toContain(
      'CAPITULATION, kept: one close below so far 0.60',
    );
  });
});
