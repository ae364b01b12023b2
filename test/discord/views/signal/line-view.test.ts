import { describe, expect, it } from 'vitest';
import type { Decision } from '#domain/signal/decision.ts';
import type { Measure } from '#domain/signal/evidence.ts';
import { lineView } from '#discord/views/signal/line-view.ts';
import { aDecision } from '#test/support/engine/decision.ts';
import { textOf } from '#test/support/discord/view-facts.ts';

function lines(otherwise: Partial<Decision>, lag: Partial<Measure> = { value: 0.07 }): readonly string[] {
  const measure: Measure = { id: 'lagZ', unit: 'standard deviations', ...lag };
  const decision = aDecision({
    evidence: [{ id: 'lag', truth: 'false', measures: [measure] }],
    ...otherwise,
  });
  return textOf(lineView(decision, { mark: 'k7QePz12' })).split('\n');
}

describe('lineView', () => {
  it('tells the time, the deviation and how near the next rule is, in one line', () => {
    const [first, second] = lines({ state: 'WATCH', progress: { rule: 'rsi', fraction: 0.62 } });
    expect(first).toBe('checked 16:15, +0.1σ, nearest rule 62 % of the way');
    expect(second).toBe('-# WATCH · ratio 0.60 · `2014-09-23.official` `k7QePz12`');
  });

  it('tells the time of a check and of an early close as they are', () => {
    const progress = { rule: 'lag', fraction: 0.4 } as const;
    const check = { kind: 'check', session: '2014-09-17', time: '09:45' } as const;
    expect(lines({ evaluation: check, progress })[0]).toMatch(/^checked 09:45,/);
    expect(lines({ asOf: Date.UTC(2014, 10, 28, 18, 15), progress })[0]).toMatch(/^checked 13:15,/);
  });

  it('says of a check without quotes that everything stays until the close', () => {
    const check = { kind: 'check', session: '2014-09-17', time: '09:45' } as const;
    expect(lines({ evaluation: check, quoted: false, state: 'ARMED' })[0]).toBe(
      'checked 09:45, no fresh quotes for RUT and SPX: ARMED and 0.60 stay until the close',
    );
  });

  it('says so where the deviation or the way is not known', () => {
    const degraded = [{ input: 'rut', reason: 'stale' }] as const;
    expect(lines({ degraded }, { reason: 'stale' })[0]).toBe(
      'checked 16:15, ?σ, nearest rule ? (RUT: the data are old)',
    );
    const open = { id: 'lag', truth: 'unknown', reason: 'not-yet-closed', measures: [] } as const;
    expect(lines({ state: 'ARMED', evidence: [open] })[0]).toBe(
      'checked 16:15, ?σ, nearest rule ? (the session has not closed)',
    );
    expect(lines({})[0]).toBe('checked 16:15, +0.1σ, nearest rule ?');
  });

  it('says what is held where there is no rule ahead', () => {
    expect(lines({ state: 'HOLD' })[0]).toBe('checked 16:15, +0.1σ, holding 0.60');
  });
});
