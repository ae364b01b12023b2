import { describe, expect, it } from 'vitest';
import type { Decision } from '#domain/signal/decision.ts';
import { cardMessage, type CardContent, type CardFrame } from '#discord/views/signal/card-message.ts';
import { FULL_CARD, WEAK_PRINT } from '#test/support/discord/sample-card.ts';
import { buttonsOf } from '#test/support/discord/view-facts.ts';

/** 09:45 to 15:50 in New York on 2014-09-24. */
const WINDOW = {
  session: '2014-09-24',
  from: Date.UTC(2014, 8, 24, 13, 45),
  until: Date.UTC(2014, 8, 24, 19, 50),
  after: 'opening',
} as const;

const { evidence, memory, ratio } = FULL_CARD.decision;
const NO_STEP = { ...ratio, target: 0.6, step: 0, next: 0.6, limits: [] };
const GATE = {
  id: 'lateGate',
  truth: 'false',
  measures: [
    { id: 'vixLevel', value: 14.93, unit: 'VIX points', wanted: '>', threshold: 25, distance: 10.07 },
    { id: 'vixJump', value: 1.24, unit: 'VIX points', wanted: '>=', threshold: 5, distance: 3.76 },
  ],
} as const;

function card(otherwise: Partial<Decision> = {}, more: Partial<CardContent> = {}): CardContent {
  return { ...FULL_CARD, window: WINDOW, ...more, decision: { ...FULL_CARD.decision, ...otherwise } };
}

function shown(content: CardContent, frame: CardFrame = {}) {
  const { content: headline, embeds, ...message } = cardMessage(content, frame);
  return { headline, lines: (embeds[0].description ?? '').split('\n'), image: embeds[0].image, message };
}

describe('cardMessage', () => {
  it('says on a lock screen what to do and when, after the role that it calls', () => {
    const { headline } = shown(card(), { mention: '<@&1>' });
    expect(headline).toBe('<@&1> **▲ Add hedge: vega multiplier 0.60 → 0.70** · Wed 09:45–15:50 ET');
  });

  it('of a step tells state, window, why and what cancels it, in this order', () => {
    const confirmed = evidence.map((piece) =>
      piece.id === 'rsi'
        ? {
            ...piece,
            truth: 'true' as const,
            measures: [
              { id: 'rsiRutBest', value: 33.6, unit: 'RSI points' } as const,
              { id: 'rsiGapBest', value: -13, unit: 'RSI points' } as const,
            ],
          }
        : piece,
    );
    expect(shown(card({ evidence: [...confirmed, GATE] })).lines.slice(0, 4)).toEqual([
      '-# CAPITULATION',
      '**When** Wed 24 Sep, 09:45–15:50 ET',
      '**Why** CPI −2.5σ very weak · small caps −1.4σ · RSI 34/47 · MACD falling · breadth unknown: half strength',
      '**Cancels** VIX above 25 or +5 in a session',
    ]);
  });

  it('begins with the verb: add, take off, stand down, nothing to do', () => {
    const standDown = { standDown: ['vix-level'], ratio: { ...NO_STEP, target: 0.725 } } as const;
    const down = { ratio: { ...ratio, now: 0.7, target: 0.6, step: -0.05, next: 0.65 } };
    expect(shown(card()).headline).toMatch(/^\*\*▲ Add hedge/);
    expect(shown(card(down)).headline).toMatch(/^\*\*▼ Take hedge off: vega multiplier 0\.70 → 0\.65\*\*/);
    expect(shown(card(standDown)).headline).toMatch(/^\*\*■ Stand down: vega multiplier stays 0\.60\./);
    expect(shown(card({ ratio: NO_STEP })).headline).toBe('**Nothing to do: vega multiplier stays 0.60**');
  });

  it('of a stand-down says not to add, why, and what lifts it', () => {
    const late = {
      ...GATE,
      truth: 'true' as const,
      measures: [{ ...GATE.measures[0], value: 75.47 }, GATE.measures[1]],
    };
    const { headline, lines } = shown(
      card({
        standDown: ['vix-level'],
        evidence: [...evidence, late],
        ratio: { ...NO_STEP, target: 0.725 },
      }),
    );
    expect(headline).toContain('VIX 75.47, do not add.');
    expect(lines).toContain('**Do** do not add: VIX 75.47 is above 25, new hedge is late');
    expect(lines).toContain('**Lifts** at a close with VIX at 25 or less and no +5');
    expect(lines.join('\n')).toContain('the rules alone ask 0.725');
  });

  it('of an armed day names every part that fails, with its distance', () => {
    const lag = {
      id: 'lag',
      truth: 'false',
      measures: [
        {
          id: 'lagZ',
          value: -0.99,
          unit: 'standard deviations',
          wanted: '<=',
          threshold: -1,
          distance: 0.01,
        },
        { id: 'relativeSincePrint', value: 0.1, unit: 'percent', wanted: '<', threshold: 0, distance: 0.1 },
      ],
    } as const;
    const armed = card({ state: 'ARMED', rank: 'ARMED', ratio: NO_STEP, evidence: [lag] });
    expect(shown(armed).lines.slice(0, 4)).toEqual([
      '-# ARMED',
      '**Why** CPI −2.5σ very weak, but small caps do not lag: −0.99σ, needs −1.00σ',
      '**Next** WATCH when they do, and RUT/SPX is below its close before the print (now +0.1 %)',
      '**Condors** leave them',
    ]);
  });

  it('words a state that is kept against its evidence, and names the event of HOLD', () => {
    const kept = card({ ratio: NO_STEP, rank: 'CONFIRM', memory: { ...memory, closesBelow: 1 } });
    expect(shown(kept).lines[0]).toBe('-# CAPITULATION, kept: one close below so far');
    const event = {
      id: 'CPI-2014-09-17',
      releases: ['CPI-2014-09-17'],
      print: WEAK_PRINT,
      dayZero: '2014-09-17',
      sessionBefore: '2014-09-16',
    };
    expect(shown(card({ state: 'HOLD', rank: 'CALM', ratio: NO_STEP, event })).lines[0]).toBe(
      '-# HOLD after CPI for Aug 2014',
    );
  });

  it('carries the whole disclaimer where something may be traded, else a short one', () => {
    const short = 'model output, not advice';
    expect(shown(card()).lines.at(-1)).toBe(
      '-# Educational model output, not advice. Options can lose their whole value. Check the inputs yourself.',
    );
    expect(shown(card({ ratio: NO_STEP, state: 'ARMED' })).lines.at(-1)).toContain(short);
  });

  it('prints watermark, New York’s time and mark; only live cards have the reader’s own', () => {
    const recorded = shown(card(), { watermark: 'RECORDED', mark: 'k7QePz12' }).lines.join('\n');
    expect(recorded).toContain('-# **RECORDED** · Tue 23 Sep 2014 16:15 ET · `k7QePz12`');
    expect(recorded).not.toContain('<t:');
    expect(shown(card()).lines.join('\n')).toContain('<t:1411503300:f>');
  });

  it('has its picture in the box', () => {
    expect(shown(card(), { picture: 'RUT below SMA 50' }).image).toEqual({ url: 'attachment://signal.png' });
    expect(shown(card()).image).toBeUndefined();
  });

  it('has the same few buttons for everybody, no select, and none in a replay', () => {
    expect(buttonsOf(cardMessage(card(), {})).map(({ label, custom_id: id }) => [label, id])).toEqual([
      ['Details', 'v1:signal.details:2014-09-23.official'],
      ['Checklist 1/6', 'v1:checklist.open:2014-09-23.official'],
    ]);
    expect(buttonsOf(cardMessage(card(), { isEphemeral: true }))).toEqual([]);
  });
});
