import { describe, expect, it } from 'vitest';
import type { Alert } from '#domain/delivery/alert.ts';
import type { AlertChart } from '#domain/signal/alert-chart.ts';
import { createDraw } from '#services/delivery/deliver-alerts.ts';
import { aCard, aDecision } from '#test/support/engine/decision.ts';
import { recordedOf } from '#test/support/ledger/ledger-entries.ts';

const { signal } = new AbortController();
const DECISION = aDecision();

/** An alert whose chart bears a mark, so that charts of different marks differ. */
function marked(watermark: string, otherwise: Partial<Alert> = {}): Alert {
  return {
    key: '1/x',
    server: '1',
    kind: 'official',
    content: aCard(DECISION),
    silent: false,
    chartOf: DECISION.id,
    watermark,
    ...otherwise,
  };
}

/** Something that draws, and what it drew and failed at. */
function setUp(fails = false) {
  const drawn: (string | undefined)[] = [];
  const failures: unknown[] = [];
  const draw = createDraw({
    ledger: {
      decision: async (server, id) =>
        server === '1' && id === DECISION.id ? recordedOf(DECISION) : undefined,
    },
    charts: {
      async drawAlert({ watermark }: AlertChart) {
        drawn.push(watermark);
        if (fails) {
          throw new Error('no memory');
        }
        return { png: new Uint8Array(), altText: `marked ${watermark}` };
      },
    },
    log: { error: (words, error, facts) => void failures.push([words, error, facts]) },
  });
  return { draw: (alert: Alert) => draw(alert, signal), drawn, failures };
}

describe('createDraw', () => {
  it('draws the chart of the decision that an alert tells', async () => {
    const { draw } = setUp();
    expect((await draw(marked('A')))?.altText).toBe('marked A');
  });

  it('has no picture for an alert without a chart, nor for one whose decision is not stored', async () => {
    const { draw, drawn } = setUp();
    const { chartOf: _, ...without } = marked('A');
    expect(await draw(without)).toBeUndefined();
    expect(await draw(marked('A', { chartOf: '2000-01-01.official' }))).toBeUndefined();
    expect(await draw(marked('A', { server: '2' }))).toBeUndefined();
    expect(drawn).toEqual([]);
  });

  it('draws once what many servers are shown', async () => {
    const { draw, drawn } = setUp();
    const pictures = [await draw(marked('A')), await draw(marked('A')), await draw(marked('A'))];
    expect(new Set(pictures).size).toBe(1);
    expect(drawn).toEqual(['A']);
  });

  it('keeps the last eight pictures, those that were asked for lately', async () => {
    const { draw, drawn } = setUp();
    for (const name of ['1', '2', '3', '4', '5', '6', '7', '8', '1', '9']) {
      await draw(marked(name));
    }
    drawn.splice(0);
    await draw(marked('1'));
    await draw(marked('3'));
    await draw(marked('9'));
    expect(drawn).toEqual([]);
    await draw(marked('2'));
    expect(drawn).toEqual(['2']);
  });

  it('never holds the words back: what cannot be drawn is logged, and tried again for the next', async () => {
    const { draw, drawn, failures } = setUp(true);
    expect(await draw(marked('A'))).toBeUndefined();
    expect(await draw(marked('A'))).toBeUndefined();
    expect(drawn).toEqual(['A', 'A']);
    expect(failures[0]).toEqual(['chart not drawn', new Error('no memory'), { decision: DECISION.id }]);
  });
});
