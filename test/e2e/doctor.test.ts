import { describe, expect, it, onTestFinished } from 'vitest';
import { readEnv } from '#config/env.ts';
import { createWallClock } from '#adapters/clock/wall-clock.ts';
import { readStartArguments } from '#cli/start-arguments.ts';
import { openSession } from '#wiring/open-session.ts';
import { createTerminal } from '#cli/terminal.ts';
import { createLocalDiscord } from '#playground/local-discord.ts';
import { CHANNELS } from '#playground/world/cast.ts';
import { ask, type Told } from '#test/support/asking.ts';
import { judge } from '#test/support/discord/discord-judge.ts';
import { LoopbackProvider } from '#test/support/http/loopback-provider.ts';
import { keptLog } from '#test/support/discord/player-in-discord.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

const [, GENERAL] = CHANNELS;
const KEY = 'secret-of-fred';

/** The bot on a local Discord with live sources, all of which are one server that knows nothing. */
async function openLive() {
  const provider = new LoopbackProvider();
  await provider.start();
  const discord = createLocalDiscord({ now: Date.now, messageBucket: { limit: 1_000, windowMs: 1_000 } });
  const { api, token } = await discord.start();
  const session = await openSession({
    env: readEnv({
      DATA_DIR: await temporaryFolder(),
      DISCORD_API: api,
      DISCORD_TOKEN: token,
      SOURCES_URL: `http://${provider.host}`,
      FRED_API_KEY: KEY,
    }),
    startArguments: readStartArguments([]),
    terminal: createTerminal({ out: () => undefined }),
    isTerminal: false,
    log: keptLog([], []),
    wallClock: createWallClock(),
  });
  onTestFinished(async () => {
    await session.stop();
    await discord.stop();
    await provider.stop();
    expect(judge(discord.requests())).toEqual([]);
  });
  const asks = (who: 'member' | 'owner', path: string): Promise<Told> =>
    ask(discord, discord.actAs(discord.people[who].id), path, { channelId: GENERAL.id });
  const hosts = (): number =>
    provider.questions.filter(({ url }) => url.pathname.startsWith('/nfs.faireconomy.media')).length;
  return { asks, hosts };
}

describe('/steward doctor and /steward deliveries on a server', { timeout: 60_000 }, () => {
  it('asks all sources for whoever manages the server, once a minute, and shows it to nobody else', async () => {
    const { asks, hosts } = await openLive();
    const first = await asks('owner', 'steward doctor');
    expect(first.isPrivate).toBe(true);
    expect(first.text).toContain('Nobody gives closes, which the bot needs.');
    expect(first.text).toContain('No alert channel yet');
    expect(first.text).toMatch(/Store: version (\d+) of \1/);
    expect(first.text).not.toContain(KEY);
    const asked = hosts();
    expect(asked).toBeGreaterThan(0);
    await asks('owner', 'steward doctor');
    expect(hosts()).toBe(asked);

    const refused = await asks('member', 'steward doctor');
    expect(refused.text).not.toContain('Doctor');
    const { text } = await asks('member', 'steward deliveries');
    expect(text).toContain('No release has been published since');
  });
});
