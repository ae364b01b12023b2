import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readEnv } from '#config/env.ts';
import { createWallClock } from '#adapters/clock/wall-clock.ts';
import { readStartArguments } from '#cli/start-arguments.ts';
import { failureSentence } from '#cli/failure-sentence.ts';
import { openSession } from '#wiring/open-session.ts';
import type { Session } from '#wiring/playground-session.ts';
import { createTerminal } from '#cli/terminal.ts';
import { createLocalDiscord, type LocalDiscord } from '#playground/local-discord.ts';
import type { OptionValues } from '#playground/seat/sent-values.ts';
import { CHANNELS, STEWARD_ROLE } from '#playground/world/cast.ts';
import { ask, type Told, words } from '#test/support/asking.ts';
import { judge } from '#test/support/discord/discord-judge.ts';
import { keptLog } from '#test/support/discord/player-in-discord.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

const [ALERTS, GENERAL] = CHANNELS;

/** The bot as it is on a real server whose operator switched live sources off. */
type Live = {
  readonly discord: LocalDiscord;
  readonly folder: string;
  readonly errors: readonly string[];
  /** What it prints. */
  readonly said: () => string;
  open(): Promise<Session>;
  asks(who: 'member' | 'steward' | 'owner', path: string, values?: OptionValues): Promise<Told>;
};

async function prepare(): Promise<Live> {
  const folder = await temporaryFolder();
  const discord = createLocalDiscord({ now: Date.now, messageBucket: { limit: 1_000, windowMs: 1_000 } });
  const { api, token } = await discord.start();
  onTestFinished(async () => {
    await discord.stop();
    expect(judge(discord.requests())).toEqual([]);
  });
  const errors: string[] = [];
  let said = '';
  const parts = {
    env: readEnv({ DATA_DIR: folder, DISCORD_API: api, DISCORD_TOKEN: token, LIVE_SOURCES: 'off' }),
    startArguments: readStartArguments([]),
    terminal: createTerminal({
      out: (text) => {
        said += text;
      },
    }),
    isTerminal: false,
    log: keptLog(errors, []),
    wallClock: createWallClock(),
  };
  return {
    discord,
    folder,
    errors,
    said: () => said,
    open: () => openSession(parts),
    asks: (who, path, values) =>
      ask(discord, discord.actAs(discord.people[who].id), path, { values, channelId: GENERAL.id }),
  };
}

async function openLive(): Promise<Live & { readonly session: Session }> {
  const live = await prepare();
  const session = await live.open();
  onTestFinished(() => session.stop());
  return { ...live, session };
}

describe('the bot on a server, without live sources', { timeout: 60_000 }, () => {
  it('says so when it starts, in its status, and to those who ask for the signal', async () => {
    const { asks, said } = await openLive();
    expect(said()).toContain('Live sources are switched off (LIVE_SOURCES): no checks are planned.');
    const { text } = await asks('member', 'steward status');
    expect(text).toContain('live sources are switched off');
    expect(text).toContain('No alert channel yet: /steward setup names one.');
    const answer = await asks('member', 'signal now');
    expect(answer.isPrivate).toBe(true);
    expect(answer.text).toBe(
      'Live sources are switched off here (LIVE_SOURCES=off), so there is nothing to evaluate. /replay episode plays recorded data.',
    );
    expect((await asks('member', 'exposure show')).text).toContain(
      'p 0.60 · no market data: the rules cannot be asked',
    );
    expect((await asks('member', 'checklist show')).text).toBe(
      'There is no checklist yet. The first one comes with the next CPI or PPI release.',
    );
    expect((await asks('member', 'release last')).text).toContain('No print has been received yet.');
  });

  it('plays an episode watermarked where it is asked for, and leaves all of the server alone', async () => {
    const { asks, discord, errors, folder } = await openLive();
    const setup = { channel: ALERTS.id, stewards: STEWARD_ROLE.id, condors: 7, hedge: '1,2,3' };
    expect((await asks('owner', 'steward setup', setup)).text).toContain('Every permission is there');
    const settings = (await asks('member', 'thresholds view', { group: 'Book' })).text;

    await asks('steward', 'replay episode', { episode: '2018-10-11' });
    const summary = await discord.waitForMessage((message) => words(message).includes('Ended.'));
    const played = discord
      .messages(GENERAL.id)
      .filter(({ ephemeralFor, id }) => ephemeralFor === undefined && id !== summary.id);
    expect(played.length).toBe(Number(/Ended\. (\d+) messages/.exec(words(summary))?.[1]));
    const step = played.map(words).find((text) => text.includes('vega multiplier 0.60 → 0.65'));
    // Of the episode's own model book: the server itself holds no lots.
    expect(step).toMatch(/BUY \d+ VIX \d+ \w+ 201[89] \d+ call/);
    expect(step).toMatch(/cover \d+ %/);
    expect((await asks('member', 'book show')).text).not.toContain('H1');
    for (const message of played) {
      expect(words(message)).toContain('REPLAY · recorded data');
      expect(message['mention_roles']).toEqual([]);
    }

    expect(discord.messages(ALERTS.id)).toEqual([]);
    expect((await asks('member', 'thresholds view', { group: 'Book' })).text).toBe(settings);
    expect((await asks('member', 'signal why', { id: '2018-10-12.official' })).text).toContain(
      'There is no decision 2018-10-12.official in this server.',
    );
    expect((await asks('member', 'checklist show')).text).toContain('There is no checklist yet.');
    expect((await asks('member', 'steward status')).text).toContain('None yet.');
    expect(await readdir(join(folder, 'replays'))).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('plays one episode at a time in a server, and says which is running', async () => {
    const { asks, discord } = await openLive();
    await asks('owner', 'steward setup', { channel: ALERTS.id, stewards: STEWARD_ROLE.id });
    await discord
      .actAs(discord.people.steward.id)
      .command('replay episode', { episode: '2024-07-11' }, { channelId: GENERAL.id, until: 'acknowledged' });
    const { isPrivate, text } = await asks('owner', 'replay episode', { episode: '2014-09-17' });
    expect(isPrivate).toBe(true);
    expect(text).toBe('A replay of 2024-07-11 is running here. Wait until it has ended.');
  });

  it('knows after a restart what was set up', async () => {
    const { asks, open, session } = await openLive();
    await asks('owner', 'steward setup', { channel: ALERTS.id });
    await session.stop();
    const second = await open();
    onTestFinished(() => second.stop());
    expect((await asks('member', 'steward status')).text).toContain(
      `Alerts go to <#${ALERTS.id}>: every permission is there.`,
    );
  });
});

describe('a bot that cannot be opened', () => {
  it('names the store that another process has', async () => {
    const { folder, open } = await openLive();
    const failed = await open().catch(failureSentence);
    expect(failed).toBe(
      `${join(folder, 'steward.sqlite')} is in use by another process. Stop that one, or give this one a folder of its own with DATA_DIR.`,
    );
  });

  it('names the store that is damaged', async () => {
    const { folder, open } = await prepare();
    const file = join(folder, 'steward.sqlite');
    await writeFile(file, 'no database, but long enough to be looked at. '.repeat(100));
    expect(await open().catch(failureSentence)).toBe(
      `${file} is damaged and was left as it is. Restore a copy, or move it away to begin anew.`,
    );
  });
});
