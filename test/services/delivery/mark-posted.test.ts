import { describe, expect, it } from 'vitest';
import type { Delivery } from '#domain/delivery/delivery.ts';
import type { CardNews, PostedMessage } from '#domain/delivery/card-news.ts';
import { SendFailed } from '#domain/delivery/delivery-problem.ts';
import type { PlannedDelivery } from '#ports/ledger/ledger.ts';
import { markPosted, markSuperseded } from '#services/delivery/mark-posted.ts';
import { aCard, aDecision } from '#test/support/engine/decision.ts';

const { signal } = new AbortController();
const TICKED: CardNews = { kind: 'ticked', done: 3, all: 14 };

function posted(
  id: string,
  delivery: Delivery = { state: 'sent', at: 5, messageId: `m-${id}` },
): PlannedDelivery {
  const decision = aDecision({ id, adopts: { ratio: 0.7, upUsed: 0.1 } });
  const alert = {
    key: `1/${id}`,
    server: '1',
    kind: 'official',
    content: aCard(decision),
    silent: false,
  } as const;
  return { alert, channel: '7', nonce: id, plannedAt: 9, delivery };
}

function world(deliveries: readonly PlannedDelivery[], failing?: string) {
  const marked: [PostedMessage, CardNews][] = [];
  const warned: string[] = [];
  const deps = {
    ledger: { deliveries: async () => deliveries },
    channel: {
      async mark(message: PostedMessage, news: CardNews) {
        if (message.messageId === failing) {
          throw new SendFailed('HTTP 503');
        }
        marked.push([message, news]);
      },
    },
    log: { warn: (words: string) => void warned.push(words) },
  };
  return { deps, marked, warned };
}

describe('markPosted', () => {
  it('writes on the card of the decision alone, where it has arrived', async () => {
    const { deps, marked } = world([
      posted('b'),
      posted('a'),
      posted('a', { state: 'due', attempt: 1, notBefore: 0 }),
    ]);
    await markPosted(deps, '1', { decisionId: 'a', news: TICKED }, signal);
    expect(marked).toEqual([[{ server: '1', channel: '7', messageId: 'm-a' }, TICKED]]);
  });

  it('leaves a card that cannot be reached, says so in the log, and fails nobody', async () => {
    const { deps, marked, warned } = world([posted('a')], 'm-a');
    await markPosted(deps, '1', { decisionId: 'a', news: TICKED }, signal);
    expect(marked).toEqual([]);
    expect(warned).toEqual(['card not marked']);
  });
});

describe('markSuperseded', () => {
  it('writes on the card before which message takes its place', async () => {
    const { deps, marked } = world([posted('later'), posted('b'), posted('a')]);
    await markSuperseded(deps, posted('b'), 'm-b', signal);
    const by = { server: '1', channel: '7', messageId: 'm-b' };
    expect(marked).toEqual([
      [
        { server: '1', channel: '7', messageId: 'm-a' },
        { kind: 'superseded', by, at: 9 },
      ],
    ]);
  });
});
