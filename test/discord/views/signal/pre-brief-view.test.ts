import { describe, expect, it } from 'vitest';
import type { PreBrief } from '#domain/delivery/alert.ts';
import type { RatioReading, State } from '#domain/signal/decision.ts';
import type { ScenarioPath } from '#domain/signal/scenario-place.ts';
import type { ScenarioRow } from '#domain/signal/scenario.ts';
import { preBriefView, wholeTableView } from '#discord/views/signal/pre-brief-view.ts';
import { buttonsOf, textOf } from '#test/support/discord/view-facts.ts';
import { aDecision } from '#test/support/engine/decision.ts';

const { ratio } = aDecision();
const RAISED: RatioReading = { ...ratio, target: 0.725, step: 0.05, next: 0.65, limits: ['halved-fomc'] };

const cell = (path: ScenarioPath, state: State, reading = ratio) => ({ path, state, ratio: reading });
const weakCells = (breadth = RAISED) => [
  cell('no-lag', 'ARMED'),
  cell('lag', 'WATCH'),
  cell('partly', 'CONFIRM'),
  cell('both', 'CAPITULATION', RAISED),
  cell('both-and-breadth', 'CAPITULATION', breadth),
];
const calmCells = (['no-lag', 'lag', 'both', 'both-and-breadth'] as const).map((path) => cell(path, 'CALM'));

function rowsOf(weak: ScenarioRow['cells']): readonly ScenarioRow[] {
  return [
    { class: 'very-weak', deviations: -2, cells: weak },
    { class: 'weak', deviations: -1, cells: weak },
    { class: 'in-line', deviations: 0, cells: calmCells },
    { class: 'strong', deviations: 1, cells: calmCells },
    { class: 'very-strong', deviations: 2, cells: calmCells },
  ];
}

const at = (hour: number, minute: number) => Date.UTC(2014, 8, 17, hour + 4, minute);
const BRIEF: PreBrief = {
  release: {
    id: 'CPI-2014-09-17',
    kind: 'CPI',
    referenceMonth: '2014-08',
    status: 'scheduled',
    scheduledAt: at(8, 30),
    source: 'BLS calendar',
    quality: 'recorded',
  },
  consensus: { headline: 0.1, core: 0.2, source: 'ForexFactory' },
  standing: aDecision({ asOf: Date.UTC(2014, 8, 16, 22) }),
  scenario: { rows: rowsOf(weakCells()), today: 'no-lag', standDown: [], hasConsensus: true },
  checksAt: [at(8, 30), at(9, 45), at(10, 30), at(16, 15)],
};

function shown(brief: PreBrief) {
  const { content, embeds } = preBriefView(brief, { watermark: 'RECORDED', mark: 'k7' });
  return { content, lines: (embeds[0].description ?? '').split('\n') };
}

describe('preBriefView', () => {
  it('tells what is expected and only the rows that lead to different numbers', () => {
    expect(shown(BRIEF)).toEqual({
      content: '**CPI for Aug 2014, tomorrow 08:30 ET**',
      lines: [
        '-# Wed 17 Sep 2014 · now CALM, vega multiplier 0.60',
        '**Expected** headline 0.1 %, core 0.2 %, ForexFactory',
        '**Weak**, at the close:',
        '- small caps hold: ARMED, 0.60 ◂ now here',
        '- small caps lag: WATCH, 0.60',
        '- RSI and MACD too: CAPITULATION, 0.60 → 0.65',
        '**In line or strong** no step, 0.60',
        '**Looks** 08:30 · 09:45 · 10:30 · 16:15 ET',
        '-# **RECORDED** · Tue 16 Sep 2014 18:00 ET · `k7` · FOMC within a session: steps halved · model output, not advice',
      ],
    });
  });

  it('tells breadth where it leads to another number, and marks where the closes stand in the row told', () => {
    const rows = rowsOf(weakCells({ ...RAISED, target: 0.85, step: 0.1, next: 0.7 }));
    const { lines } = shown({ ...BRIEF, scenario: { ...BRIEF.scenario, rows, today: 'partly' } });
    expect(lines).toContain('- breadth too: CAPITULATION, 0.60 → 0.70');
    expect(lines).toContain('- small caps lag: WATCH, 0.60 ◂ now here');
  });

  it('says that nobody has forecast it, and what keeps steps away', () => {
    const scenario = { ...BRIEF.scenario, standDown: ['vix-level'] } as const;
    const { lines } = shown({ ...BRIEF, consensus: {}, scenario });
    expect(lines).toContain(
      '**Expected** nobody has forecast it yet: without a consensus the target is halved',
    );
    expect(lines).toContain('-# STAND-DOWN: the VIX is above the late level');
  });

  it('says ratio nowhere, and never that nothing is to be done: something may be owed', () => {
    const told = [shown(BRIEF).lines.join('\n'), textOf(wholeTableView(BRIEF))].join('\n');
    expect(told).not.toMatch(/\bratio\b|nothing to do/i);
  });

  it('leads to the whole table, but not in a replay', () => {
    const idsOf = (frame: Parameters<typeof preBriefView>[1]) =>
      buttonsOf(preBriefView(BRIEF, frame)).map(({ custom_id: id }) => id);
    expect(idsOf({})).toEqual(['v1:release.table:CPI-2014-09-17']);
    expect(idsOf({ isEphemeral: true })).toEqual([]);
    expect(textOf(wholeTableView(BRIEF))).toContain('they lag, part of momentum agrees: **CONFIRM**');
  });
});
