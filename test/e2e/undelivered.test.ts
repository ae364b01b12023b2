import { describe, expect, it, onTestFinished } from 'vitest';
import { createLocalDiscord, type LocalDiscord } from '../../src/playground/local-discord.ts';
import { CHANNELS } from '../../src/playground/world/cast.ts';
import { judge } from '../support/discord-judge.ts';
import { runMain } from '../support/main-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Plays an episode from another process into a local Discord here, and does something after so many messages. */
async function playWith(
  after: number,
  disturb: (discord: LocalDiscord, channelId: string) => void,
): Promise<Awaited<ReturnType<typeof runMain>>> {
  const discord = createLocalDiscord({ now: Date.now, messageBucket: { limit: 1_000, windowMs: 1_000 } });
  onTestFinished(() => discord.stop());
  const { api, channelId, token } = await discord.start();
  let count = 0;
  discord.onMessage((_, change) => {
    count += 1;
    if (change === 'created' && count === after) {
      disturb(discord, channelId);
    }
  });
  const result = await runMain(['--headless', '--episode', '2024-07-11'], {
    DATA_DIR: await temporaryFolder(),
    DISCORD_API: api,
    DISCORD_TOKEN: token,
  });
  expect(judge(discord.requests())).toEqual([]);
  return result;
}

describe('an episode of which a message did not arrive', { timeout: 60_000 }, () => {
  it('ends with 1 and names each message and the permission that was taken away', async () => {
    const { code, out } = await playWith(2, (discord, channelId) => {
      discord.denyBot(channelId, 'SendMessages');
    });
    expect(code).toBe(1);
    expect(out).toMatch(/^2 of \d+ messages arrived\.$/m);
    expect(out.split('\n')[1]).toBe(
      `Did not arrive: 2024-07-11.check-0945/check (channel ${CHANNELS[0].id} is forbidden, the bot lacks Send Messages there).`,
    );
  });

  it('ends with 1 and says so when the channel was removed', async () => {
    const { code, out } = await playWith(1, (discord, channelId) => discord.removeChannel(channelId));
    expect(code).toBe(1);
    expect(out).toMatch(/^1 of \d+ messages arrived\.$/m);
    expect(out.split('\n')[1]).toBe(
      `Did not arrive: CPI-2024-07-11.print/print (channel ${CHANNELS[0].id} is gone).`,
    );
  });

  it('ends with 0 and says how many arrived when nothing was in the way', async () => {
    const { code, out } = await playWith(1, () => undefined);
    expect(out).toMatch(/^(\d+) of \1 messages arrived\.\n$/);
    expect(code).toBe(0);
  });
});
