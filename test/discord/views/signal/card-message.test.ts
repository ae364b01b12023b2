import { describe, expect, it } from 'vitest';
import type { HedgeReport } from '#domain/hedge/hedge-report.ts';
import type { Decision } from '#domain/signal/decision.ts';
import { cardMessage, type CardContent, type CardFrame } from '#discord/views/signal/card-message.ts';
import { FULL_CARD, WEAK_PRINT } from '#test/support/discord/sample-card.ts';
import { A_DRAFT, A_TICKET, AN_ORDER, WINDOW } from '#test/support/discord/sample-order.ts';
import { buttonsOf } from '#test/support/discord/view-facts.ts';

/** A hedge of which nothing is held. */
const A_REPORT: HedgeReport = {
  mode: 'vega',
  meaning: 'multiplier',
  ratio: { known: false, reason: 'no-condors' },
  condors: 0,
  rows: [],
  unvalued: [],
  isIllustration: false,
  rolls: [],
  cost: { from: '2013-09-23', until: '2014-09-23', paid: 0, received: 0, net: 0, unpriced: [] },
  breakEvens: [],
};

const COVER = {
  kind: 'cover',
  shock: { spotPercent: -4, volPoints: 10 },
  cover: 0.25,
  isAtLeast: false,
  condors: -7559,
  hedge: 1873,
} as const;
const COVER_AFTER = { ...COVER, cover: 0.28, hedge: 2117 };

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

  it('of an order names its tickets, their cost, what they reach and when it ends', () => {
    const { headline, lines } = shown(
      card({ evidence: [...evidence, GATE] }, { order: { kind: 'opens', order: A_DRAFT } }),
    );
    expect(headline).toBe(
      '**▲ Add hedge: vega multiplier 0.60 → 0.70** · BUY 1 VIX 22 Oct 2014 16 call · Wed 09:45–15:50 ET',
    );
    expect(lines.slice(1, 6)).toEqual([
      '**Do**',
      '```',
      'BUY 1 VIX 22 Oct 2014 16 call',
      '```',
      '-# about $134, model, no quotes · reaches 0.68, one more 0.73',
    ]);
    expect(lines).toContain('**Cancels** VIX above 25 or +5 in a session · ends Tue 30 Sep');
  });

  it('of an order tells cover before and after it, and its cost as a share of the credit', () => {
    const [plan] = A_DRAFT.plans;
    const order = { ...A_DRAFT, credit: 7_296, plans: plan ? [{ ...plan, cover: COVER_AFTER }] : [] };
    const standing = { ...A_REPORT, cover: [COVER] };
    const { lines } = shown(card({}, { order: { kind: 'opens', order }, standing }));
    expect(lines[0]).toBe('-# CAPITULATION · cover 25 % → 28 % if SPX −4 %, VIX +10');
    expect(lines[5]).toBe(
      '-# about $134, model, no quotes · 1.8 % of the credit · reaches 0.68, one more 0.73',
    );
  });

  it.each([
    [[200, undefined], 'about $334, at ask, 1 of 2 by the model, without a quote'],
    [[200, 90], 'about $290, at ask'],
    [[undefined, undefined], 'about $268, model, no quotes'],
  ] as const)('prices each ticket at its own quote: %j', ([one, other], cost) => {
    const tickets = [one, other].map((touch) => ({ ...A_TICKET, ...(touch !== undefined && { touch }) }));
    const order = { ...A_DRAFT, plans: [{ style: 'delta', tickets, reaches: 0.68 }] } as const;
    expect(shown(card({}, { order: { kind: 'opens', order } })).lines).toContain(`-# ${cost} · reaches 0.68`);
  });

  it('of a step that opens nothing says why', () => {
    const none = { kind: 'none', reason: 'no-whole-contract', filled: 0.6, oneWouldReach: 0.73 } as const;
    expect(shown(card({}, { order: none })).lines[1]).toBe(
      '**Do** nothing to trade: no whole contract comes nearer than 0.60, one would reach 0.73',
    );
  });

  it('says what is owed while something is, and never that nothing is to be done', () => {
    const owed = { asked: 0.7, filled: 0.6, order: AN_ORDER, tickets: [A_TICKET] };
    const { headline, lines } = shown(
      card({ ratio: { ...NO_STEP, now: 0.7, next: 0.7, target: 0.7 } }, { owed }),
    );
    expect(headline).toMatch(/^\*\*◷ Still owed: asked 0\.70, filled 0\.60\*\*/);
    expect(lines).toContain('-# CAPITULATION · ends Tue 30 Sep');
    expect(lines).toContain('BUY 1 VIX 22 Oct 2014 16 call');
    expect(lines).toContain('**When** Wed 24 Sep, 09:45–15:50 ET');
    expect(lines.join('\n')).not.toContain('Nothing to do');
  });

  it('tells cover beside the state, or what kept it from being told', () => {
    expect(shown(card({}, { standing: { ...A_REPORT, cover: [COVER] } })).lines[0]).toBe(
      '-# CAPITULATION · cover 25 % if SPX −4 %, VIX +10',
    );
    expect(shown(card({}, { exposureFault: 'unreadable' })).lines[0]).toContain(
      'cover ?: the book cannot be read',
    );
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

  it('of a stand-down offers to take profits only where it is late, a hedge is held and nothing is owed', () => {
    const standDown = { standDown: ['vix-level'], ratio: { ...NO_STEP, target: 0.725 } } as const;
    const row = {
      layers: ['short'],
      contracts: 4,
      ratio: { known: true, value: 0.6, isPartial: false },
      isCounted: true,
    } as const;
    const standing = { ...A_REPORT, rows: [row] };
    const offered = (content: ReturnType<typeof card>): boolean =>
      JSON.stringify(cardMessage(content, {})).includes('hedge.profits');
    expect(offered(card(standDown, { standing }))).toBe(true);
    expect(offered(card(standDown, { standing: { ...A_REPORT, rows: [] } }))).toBe(false);
    expect(offered(card({ ...standDown, standDown: ['fomc'] }, { standing }))).toBe(false);
    expect(offered(card({ ratio: NO_STEP }, { standing }))).toBe(false);
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

  it('of a calm day names the release that comes next, where the calendar knows it', () => {
    const calm = { state: 'CALM', rank: 'CALM', ratio: NO_STEP } as const;
    const nextRelease = { kind: 'PPI', scheduledAt: Date.UTC(2022, 5, 14, 12, 30) } as const;
    expect(shown(card(calm, { nextRelease })).lines).toContain('**Next** PPI Tue 14 Jun 08:30 ET');
    expect(shown(card(calm)).lines).toContain('**Next** the next weak CPI or PPI print');
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
