import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEpisodes } from '../../src/adapters/recorded/episodes.ts';
import type { Replay } from '../../src/cli/replay.ts';
import { SERVER } from '../../src/playground/world/cast.ts';
import { openPlayer, type PlayerInDiscord } from '../support/player-in-discord.ts';

const EPISODES = createEpisodes()
  .list()
  .map(({ id }) => id);

let bot: PlayerInDiscord;

beforeAll(async () => {
  bot = await openPlayer();
});

afterAll(() => bot.close());

/** Plays an episode from its beginning to its last planned message. */
async function play(episode: string): Promise<Replay> {
  const replay = await bot.player.playback.open(episode, { fresh: true });
  await bot.player.playback.play();
  return replay;
}

/** Plays on to the end of the recording, as the page asks for it. */
async function playOn(): Promise<void> {
  const { playback } = bot.player;
  const ended = new Promise<void>((resolve) => {
    const stop = playback.subscribe(({ canContinue, phase }) => {
      if (!canContinue && phase === 'ended') {
        stop();
        resolve();
      }
    });
  });
  await playback.request({ action: 'continue' });
  await ended;
}

async function ratioAfter({ steward }: Replay, session: string): Promise<string> {
  const { recorded } = await steward.services.explainDecision(SERVER.id, `${session}.official`);
  const { ratio, state } = recorded.decision;
  return `${state} ${ratio.next.toFixed(2)}`;
}

describe('a recorded episode, played to its end', { timeout: 60_000 }, () => {
  it.each(EPISODES)('%s: every planned message arrives and every close is as foretold', async (id) => {
    const before = bot.messages().length;
    const { episode } = await play(id);
    const report = await bot.player.playback.report();
    expect(episode.expected.length).toBeGreaterThan(5);
    expect(report).toEqual({
      planned: report.planned,
      arrived: report.planned,
      lost: [],
      undone: [],
      surprises: [],
    });
    expect(report.planned).toBeGreaterThan(5);
    expect(bot.messages().length - before).toBe(report.planned);
    expect(bot.errors).toEqual([]);
  });
});

describe('an episode that is played on', { timeout: 60_000 }, () => {
  it('2014-09-17: unwinds to 0.65 on 10-21 and to 0.60 on 10-22', async () => {
    const replay = await play('2014-09-17');
    await playOn();
    expect(await ratioAfter(replay, '2014-10-20')).toMatch(/ 0\.70$/);
    expect(await ratioAfter(replay, '2014-10-21')).toMatch(/ 0\.65$/);
    expect(await ratioAfter(replay, '2014-10-22')).toMatch(/ 0\.60$/);
  });

  it('2018-10-11: is back at 0.60 on 11-02', async () => {
    const replay = await play('2018-10-11');
    await playOn();
    expect(await ratioAfter(replay, '2018-11-01')).toMatch(/ 0\.65$/);
    expect(await ratioAfter(replay, '2018-11-02')).toMatch(/ 0\.60$/);
  });
});
