import { describe, expect, it, onTestFinished } from 'vitest';
import { endingSentence, isComplete } from '#replay/ending-sentence.ts';
import { createLocalDiscord } from '#playground/local-discord.ts';
import { CHANNELS } from '#playground/world/cast.ts';
import { judge } from '#test/support/discord/discord-judge.ts';
import { runMain } from '#test/support/process/main-process.ts';
import { openPlayer } from '#test/support/discord/player-in-discord.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

const EPISODE = '2021-04-09';

describe('an episode of which a message did not arrive', { timeout: 60_000 }, () => {
  it('ends the program with 1, naming each message and the permission that was taken away', async () => {
    const discord = createLocalDiscord({ now: Date.now, messageBucket: { limit: 1_000, windowMs: 1_000 } });
    onTestFinished(() => discord.stop());
    const { api, channelId, token } = await discord.start();
    discord.onMessage(() => discord.denyBot(channelId, 'SendMessages'));
    const { code, complaints, out } = await runMain(['--headless', '--episode', EPISODE], {
      DATA_DIR: await temporaryFolder(),
      DISCORD_API: api,
      DISCORD_TOKEN: token,
    });
    expect(code).toBe(1);
    expect(complaints).toBe('');
    const [first, second] = out.split('\n');
    expect(first).toMatch(/^1 of \d+ messages arrived\.$/);
    expect(second).toBe(
      `Did not arrive: PPI-2021-04-09.print/hot (channel ${channelId} is forbidden, the bot lacks Send Messages there).`,
    );
    expect(judge(discord.requests())).toEqual([]);
  });

  it('is told so when the channel was removed', async () => {
    const bot = await openPlayer();
    onTestFinished(() => bot.close());
    bot.discord.onMessage(() => bot.discord.removeChannel(CHANNELS[0].id));
    await bot.player.playback.open(EPISODE, { fresh: false });
    await bot.player.playback.play();
    const report = await bot.player.playback.report();
    expect(isComplete(report)).toBe(false);
    expect(endingSentence(report).split('\n')[1]).toBe(
      `Did not arrive: PPI-2021-04-09.print/hot (channel ${CHANNELS[0].id} is gone).`,
    );
  });
});
