import { describe, expect, it } from 'vitest';
import { ChannelClosed, SendFailed } from '#domain/delivery/delivery-problem.ts';
import type { AlertChannel } from '#ports/alert-channel.ts';
import { deliverAlerts } from '#services/delivery/deliver-alerts.ts';
import { aCard, aDecision, CLOSE_OF_2014_09_23 } from '#test/support/engine/decision.ts';
import { deliveryOf, recordedOf, SERVER, STEP } from '#test/support/ledger/ledger-entries.ts';
import { openLedger } from '#test/support/ledger/open-ledger.ts';

const { signal } = new AbortController();
const PLANNED = CLOSE_OF_2014_09_23;

/** A channel over a ledger, and what was asked of it, in order. */
async function setUp(channel: Partial<AlertChannel> = {}) {
  const ledger = await openLedger();
  const asked: string[] = [];
  const logged: unknown[] = [];
  const clock = { now: PLANNED };
  const deps = {
    ledger,
    channel: {
      send: async (...request: Parameters<AlertChannel['send']>) => {
        const [alert, { channel: to, nonce }, picture] = request;
        asked.push(`send ${alert.key} to ${to} as ${nonce}${picture ? ' with a picture' : ''}`);
        return channel.send ? channel.send(...request) : `message ${asked.length}`;
      },
      find: async (...request: Parameters<AlertChannel['find']>) => {
        asked.push(`find ${request[0].key} as ${request[1].nonce}`);
        return channel.find?.(...request);
      },
    },
    draw: async () => undefined,
    markSuperseded: async () => undefined,
    wallClock: { now: () => clock.now },
    log: {
      info: (words: string, facts?: object) => void logged.push([words, facts]),
      error: (words: string, _error: unknown, facts?: object) => void logged.push([words, facts]),
    },
  };
  const state = async (id: string) =>
    (await ledger.deliveries(SERVER, 10)).find(({ alert }) => alert.key === `${SERVER}/${id}`)?.delivery;
  const run = (aborted = signal): Promise<void> => deliverAlerts(deps, aborted);
  return { ledger, deps, asked, logged, clock, run, state };
}

const down = () => Promise.reject(new SendFailed('HTTP 503'));

describe('a stored alert', () => {
  it('is sent once, to the channel that it was planned for and under its own nonce', async () => {
    const { ledger, asked, run, state, logged } = await setUp();
    await ledger.planDeliveries([deliveryOf('a')]);
    await run();
    await run();
    expect(asked).toEqual([`send ${SERVER}/a to 7 as nonce of a`]);
    expect(await state('a')).toEqual({ state: 'sent', at: PLANNED, messageId: 'message 1' });
    expect(logged).toEqual([['alert delivered', { key: `${SERVER}/a`, messageId: 'message 1' }]]);
  });

  it('is settled before the next one is sent', async () => {
    const order: (string | undefined)[] = [];
    const { ledger, run, state } = await setUp({
      send: async ({ key }) => {
        order.push((await state('a'))?.state, (await state('b'))?.state);
        return key;
      },
    });
    await ledger.planDeliveries([deliveryOf('a'), deliveryOf('b')]);
    await run();
    expect(order).toEqual(['sending', 'due', 'sent', 'sending']);
  });

  it('is nobody else’s failure: the next one goes out though this one is given up', async () => {
    const { ledger, run, state, logged } = await setUp({
      send: ({ key }) =>
        key.endsWith('/a') ? Promise.reject(new ChannelClosed('7', 'gone')) : Promise.resolve('42'),
    });
    await ledger.planDeliveries([deliveryOf('a'), deliveryOf('b')]);
    await run();
    expect([(await state('a'))?.state, (await state('b'))?.state]).toEqual(['dropped', 'sent']);
    expect(logged[0]).toEqual(['alert not delivered', { key: `${SERVER}/a`, outcome: 'dropped' }]);
  });

  it('is tried eight times, after 1, 2, 4 … 64 seconds, and then dropped with what Discord said', async () => {
    const { ledger, run, state, clock, asked } = await setUp({ send: down });
    await ledger.planDeliveries([deliveryOf('a')]);
    await run();
    for (const seconds of [1, 2, 4, 8, 16, 32, 64]) {
      const before = asked.length;
      clock.now += seconds * 1_000 - 1;
      await run();
      expect(asked).toHaveLength(before);
      clock.now += 1;
      await run();
    }
    expect(asked.filter((each) => each.startsWith('send'))).toHaveLength(8);
    const { message: reason } = new SendFailed('HTTP 503');
    expect(await state('a')).toEqual({ state: 'dropped', at: clock.now, reason });
  });

  it('is looked for under its nonce before each retry, and not sent where it is there', async () => {
    const arrived: string[] = [];
    const { ledger, run, state, clock, asked } = await setUp({ send: down, find: async () => arrived[0] });
    await ledger.planDeliveries([deliveryOf('a')]);
    await run();
    arrived.push('41');
    clock.now += 1_000;
    await run();
    expect(asked).toEqual([`send ${SERVER}/a to 7 as nonce of a`, `find ${SERVER}/a as nonce of a`]);
    expect(await state('a')).toMatchObject({ state: 'sent', messageId: '41' });
  });

  it('is looked for after the process died while it was being sent', async () => {
    const { ledger, run, asked } = await setUp({ find: async () => '41' });
    await ledger.planDeliveries([deliveryOf('a')]);
    await ledger.claimDelivery(PLANNED);
    await ledger.reclaimDeliveries();
    await run();
    expect(asked).toEqual([`find ${SERVER}/a as nonce of a`]);
  });

  it('waits while nobody can say whether it arrived', async () => {
    const { ledger, run, state, asked } = await setUp({ find: down });
    await ledger.planDeliveries([deliveryOf('a')]);
    await ledger.claimDelivery(PLANNED);
    await ledger.reclaimDeliveries();
    await run();
    expect(asked).toHaveLength(1);
    expect((await state('a'))?.state).toBe('due');
  });

  it('stays where it is once the process is to stop', async () => {
    const { ledger, run, asked, state } = await setUp();
    await ledger.planDeliveries([deliveryOf('a')]);
    await run(AbortSignal.abort());
    expect(asked).toEqual([]);
    expect((await state('a'))?.state).toBe('due');
  });

  it('goes out with its picture', async () => {
    const { ledger, deps, asked } = await setUp();
    await ledger.planDeliveries([deliveryOf('a')]);
    const draw = async () => ({ png: new Uint8Array(), altText: '' });
    await deliverAlerts({ ...deps, draw }, signal);
    expect(asked).toEqual([`send ${SERVER}/a to 7 as nonce of a with a picture`]);
  });
});

describe('the step of a card', () => {
  const raise = aDecision({ adopts: STEP, changed: true });

  /** A card that raises the ratio, stored and waiting. */
  async function raised(channel: Partial<AlertChannel> = {}) {
    const world = await setUp(channel);
    const planned = deliveryOf(raise.id);
    await world.ledger.record({
      recorded: recordedOf(raise),
      deliveries: [{ ...planned, alert: { ...planned.alert, content: aCard(raise) } }],
    });
    const ratio = async () => (await world.ledger.memory(SERVER))?.programme.ratio;
    return { ...world, ratio };
  }

  it('counts once its card is posted, and not before', async () => {
    const { run, ratio } = await raised();
    expect(await ratio()).toBe(0.6);
    await run();
    expect(await ratio()).toBe(0.7);
  });

  it('does not count where its card was never posted', async () => {
    const { run, ratio } = await raised({ send: () => Promise.reject(new ChannelClosed('7', 'gone')) });
    await run();
    expect(await ratio()).toBe(0.6);
  });

  it('is not taken by a line, which nobody can act on', async () => {
    const { ledger, run } = await setUp();
    const planned = deliveryOf(raise.id);
    const line = { form: 'line', decision: raise } as const;
    await ledger.record({
      recorded: recordedOf(raise),
      deliveries: [{ ...planned, alert: { ...planned.alert, content: line } }],
    });
    await run();
    expect((await ledger.memory(SERVER))?.programme.ratio).toBe(0.6);
  });
});
