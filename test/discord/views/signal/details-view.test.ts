import { describe, expect, it } from 'vitest';
import type { Decision } from '#domain/signal/decision.ts';
import { detailsView } from '#discord/views/signal/details-view.ts';
import { FULL_CARD, WEAK_PRINT } from '#test/support/discord/sample-card.ts';
import { textOf } from '#test/support/discord/view-facts.ts';

function shown(otherwise: Partial<Decision> = {}): string {
  return textOf(detailsView({ ...FULL_CARD, decision: { ...FULL_CARD.decision, ...otherwise } }));
}

const { ratio } = FULL_CARD.decision;

describe('detailsView', () => {
  it('says that the settings changed during the event, and nothing while they did not', () => {
    const { settingsVersion } = FULL_CARD.decision;
    const event = {
      id: 'CPI-2014-09-17',
      releases: ['CPI-2014-09-17'],
      print: WEAK_PRINT,
      dayZero: '2014-09-17',
      sessionBefore: '2014-09-16',
    };
    const opened = (version: number): string => shown({ event: { ...event, settingsVersion: version } });
    expect(opened(settingsVersion)).not.toContain('The settings changed');
    expect(opened(settingsVersion - 1)).toContain(
      `The settings changed during this event: version ${settingsVersion - 1} when it was opened, ${settingsVersion} now.`,
    );
  });

  it('goes from why to how far, contracts, gates and footer, in this order', () => {
    const text = shown();
    const order = [
      '**Why**',
      '**Vega multiplier**',
      '**Contracts**',
      '**Gates',
      'as of Tue 23 Sep',
      'Educational model output',
    ];
    const places = order.map((words) => text.indexOf(words));

    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text).toContain('the bot places no orders');
  });

  it('gives each condition its value beside the threshold, and how far it is where it fails', () => {
    const text = shown();
    expect(text).toContain('✓ **Small caps lag:** 5-session residual −1.35σ (≤ −1.00σ)');
    expect(text).toContain('✗ **RSI:** RUT at the best bar 38.2 (≤ 35.0, 3.2 away)');
    expect(text).toContain('Nearest rule: RSI, 62 % of the way');
  });

  it('shows what is unknown as ? with its reason, never as failed, 0 or no number', () => {
    const text = shown();
    expect(text).toContain('? **Breadth:** no data for it');
    expect(text).not.toMatch(/✗ \*\*Breadth|NaN|undefined/);
  });

  it('never rounds a value onto the threshold that it misses', () => {
    const near = {
      id: 'lagZ',
      value: -0.9996,
      unit: 'standard deviations',
      wanted: '<=',
      threshold: -1,
      distance: 0.0004,
    } as const;
    const text = shown({ evidence: [{ id: 'lag', truth: 'false', measures: [near] }] });
    expect(text).toContain('−0.9996σ (≤ −1.0000σ, 0.0004σ away)');
  });

  it('leaves the contracts of a step to the plan, so that no second one stands beside its order', () => {
    expect(shown()).toContain('`/hedge plan` names the contracts of this step.');
    expect(shown({ ratio: { ...ratio, step: 0, next: ratio.now } })).not.toContain('names the contracts');
  });

  it('names the target of the rules beside the step, and each limit that bound', () => {
    const text = shown();
    expect(text).toContain('0.60 now · step +0.10 → **0.70** · the rules alone ask 0.725');
    expect(text).toContain('cut to the largest up-step of one session');
    expect(text).toContain('half strength: breadth does not confirm, or is unknown');
  });

  it('says which calls to add and what ratio they reach, or why there are none', () => {
    expect(shown()).toContain('**+1/+1/0 calls → 0.72 (off by +0.020)**');
    const noBook = textOf(detailsView({ ...FULL_CARD, exposure: { mode: 'none', reason: 'no-book' } }));
    expect(noBook).toContain('No book: multipliers only.');
  });

  it('says to leave the condors alone, whatever else it says', () => {
    expect(shown()).toContain('Leave the condors alone');
    expect(shown({ state: 'CALM' })).toContain('Leave the condors alone');
  });

  it('says that a step before both momentum signals agree would be premature', () => {
    expect(shown({ state: 'CONFIRM' })).toContain('Do not raise yet: RSI and MACD must both confirm');
  });

  it('marks hot prints as information, missing inputs by name, and a print that could not be judged', () => {
    expect(shown({ hot: true })).toContain('information only');
    expect(shown({ degraded: [{ input: 'vix', reason: 'stale' }] })).toContain(
      'The state cannot rise: VIX: the data are old.',
    );
    const print = {
      classified: false,
      releaseId: 'CPI',
      kind: 'CPI',
      referenceMonth: '2025-10',
      reason: 'no-one-month-change',
      late: false,
    } as const;
    expect(shown({ print })).toContain(
      '**CPI for Oct 2025 unclassified: no one-month change was published**',
    );
  });

  it('names the branch and the closes that a down-step rests on', () => {
    const text = shown({
      state: 'UNWIND',
      ratio: { ...ratio, now: 0.7, target: 0.6, step: -0.05, next: 0.65, limits: ['step-down'] },
      unwind: { holds: 'true', branch: 'recovered', closes: 2, onCloses: ['2014-10-20', '2014-10-21'] },
    });
    expect(text).toContain('momentum recovered, on the closes of Mon 20 Oct, Tue 21 Oct');
  });
});
