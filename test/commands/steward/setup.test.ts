import { describe, expect, it, vi } from 'vitest';
import { setup } from '#commands/steward/setup.ts';
import type { Services } from '#services/index.ts';
import { KEPT, someServices } from '#test/support/discord/fake-services.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { contextWith, MEMBER, SERVER } from '#test/commands/context-with.ts';

const channel = '1290000000000000031';

describe('/steward setup', () => {
  it('needs Manage Server', () => {
    expect(setup.access).toBe('manageServer');
  });

  it('hands on what was said, and nothing of what was not', async () => {
    const setUp = vi.fn<Services['setUp']>(someServices().setUp);
    await setup.run({ channel, condors: 10, hedge: '4,4,2' }, contextWith({ setUp }));
    expect(setUp).toHaveBeenCalledWith(SERVER, MEMBER, { channel, condors: 10, hedge: '4,4,2' });
  });

  it('shows what is set now: channel, roles and book', async () => {
    const settings = someSettings({
      'alerts.channel': channel,
      'steward.role': '1290000000000000011',
      'book.condors': 10,
      'book.hedge': [4, 4, 2],
    });
    const setUp: Services['setUp'] = async () => ({ serverSettings: { ...KEPT, settings }, missing: [] });
    const text = textOf((await setup.run({ channel }, contextWith({ setUp }))).view);

    expect(text).toContain(`Alerts go to <#${channel}>.`);
    expect(text).toContain('Stewards: <@&1290000000000000011>');
    expect(text).toContain('Counts: 10 condors, 4/4/2 calls. They are **counts only**');
    expect(text).toContain('the next alert will arrive');
  });

  it('names permissions that are missing before the first alert is lost', async () => {
    const setUp: Services['setUp'] = async () => ({ serverSettings: KEPT, missing: ['Attach Files'] });
    expect(textOf((await setup.run({ channel }, contextWith({ setUp }))).view)).toContain(
      'Missing there: **Attach Files**',
    );
  });

  it('takes as many condors as Discord is told, and no more', () => {
    expect(setup.definition.find(({ name }) => name === 'condors')).toMatchObject({
      min_value: 0,
      max_value: 100_000,
    });
    expect(setup.options.safeParse({ channel, condors: 100_001 }).success).toBe(false);
  });
});
