import { describe, expect, it } from 'vitest';
import { steward } from '#commands/steward/index.ts';
import { CLOSE_OF_2014_09_23 } from '#test/support/engine/decision.ts';
import { someServices } from '#test/support/discord/fake-services.ts';
import { FULL_CARD } from '#test/support/discord/sample-card.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { contextWith, subCommand } from '#test/commands/context-with.ts';
import type { StatusReport } from '#services/health/read-status.ts';

const status = subCommand(steward, 'status');

async function shown(otherwise: Partial<StatusReport> = {}): Promise<string> {
  const account = await someServices().readStatus('1');
  const readStatus = async () => ({ ...account, ...otherwise });
  return textOf((await status.run({}, contextWith({ readStatus }))).view);
}

describe('/steward status', () => {
  it('says where alerts go and whether they can arrive', async () => {
    expect(await shown()).toContain('Alerts go to <#1290000000000000031>: every permission is there.');
    expect(await shown({ missing: ['Send Messages'] })).toContain('Missing there: **Send Messages**');
    expect(await shown({ channelGone: true })).toContain('is gone: `/steward setup` names another');
    expect(await shown({ channel: null })).toContain('No alert channel yet');
  });

  it('says plainly that live sources are switched off', async () => {
    expect(await shown({ mode: 'live', sources: 'off' })).toContain('live sources are switched off');
  });

  it('says of each source with a key what it adds, and of each without one what is missing', async () => {
    const text = await shown({
      mode: 'live',
      sources: 'live',
      keys: { bls: true, fred: false, massive: false },
    });
    expect(text).toContain('Market data: live.');
    expect(text).toContain('BLS key: on');
    expect(text).toContain('so prints stay PROVISIONAL');
    expect(text).toContain('Breadth is unknown, which halves the strength of a step.');
  });

  it('lists what comes next and what became of the latest messages', async () => {
    const work = {
      id: 'a',
      kind: 'close',
      session: '2014-09-24',
      dueAt: CLOSE_OF_2014_09_23,
      validUntil: CLOSE_OF_2014_09_23,
    } as const;
    const alert = { key: 'k', server: '1', kind: 'official', content: FULL_CARD, silent: false } as const;
    const dropped = { state: 'dropped', at: 0, reason: 'Discord refused it: 50035' } as const;
    const text = await shown({
      coming: [{ work, status: { state: 'due', notBefore: 0 } }],
      deliveries: [{ alert, channel: '1', nonce: 'n', delivery: dropped, plannedAt: CLOSE_OF_2014_09_23 }],
    });

    expect(text).toContain('<t:1411503300:f> the evaluation after the close, Wed 24 Sep');
    expect(text).toContain('official: given up, Discord refused it: 50035');
  });
});
