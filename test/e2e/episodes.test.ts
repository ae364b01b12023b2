import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createEpisodes } from '#adapters/recorded/episodes.ts';
import { newYorkInstant } from '#calendar/new-york.ts';
import type { Replay } from '#replay/replay.ts';
import { SERVER } from '#playground/world/cast.ts';
import { openPlayer, type PlayerInDiscord } from '#test/support/discord/player-in-discord.ts';

const EPISODES = createEpisodes()
  .list()
  .map(({ id }) => id);

/** Plays an episode to its last planned message. */
async function play({ player }: PlayerInDiscord, episode: string): Promise<Replay> {
  const replay = await player.playback.open(episode, { fresh: true });
  await player.playback.play();
  return replay;
}

/** Plays on past the last planned message, as the page asks for it, until a close has been evaluated. */
async function playOn(episode: string, session: string): Promise<Replay> {
  const bot = await openPlayer();
  onTestFinished(() => bot.close());
  const replay = await play(bot, episode);
  const { playback } = bot.player;
  const { promise: isThere, resolve } = Promise.withResolvers<void>();
  const until = newYorkInstant(session, '16:16');
  const stop = playback.subscribe(({ instant }) => {
    if (instant > until) {
      replay.stepper.pause();
      resolve();
    }
  });
  await playback.request({ action: 'continue' });
  await isThere;
  stop();
  return replay;
}

async function ratioAfter({ steward }: Replay, session: string): Promise<string> {
  const { recorded } = await steward.services.explainDecision(SERVER.id, `${session}.official`);
  const { ratio, state } = recorded.decision;
  return `${state} ${ratio.next.toFixed(2)}`;
}

describe('a recorded episode, played to its end', { timeout: 60_000 }, () => {
  let bot: PlayerInDiscord;

  beforeAll(async () => {
    bot = await openPlayer({ draws: true });
  });

  afterAll(() => bot.close());

  it.each(EPISODES)('%s: every planned message arrives and every close is as foretold', async (id) => {
    const before = bot.messages().length;
    const { episode } = await play(bot, id);
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
    const replay = await playOn('2014-09-17', '2014-10-22');
    expect(await ratioAfter(replay, '2014-10-20')).toMatch(/ 0\.70$/);
    expect(await ratioAfter(replay, '2014-10-21')).toMatch(/ 0\.65$/);
    expect(await ratioAfter(replay, '2014-10-22')).toMatch(/ 0\.60$/);
  });

  it('2018-10-11: is back at 0.60 on 11-02', async () => {
    const replay = await playOn('2018-10-11', '2018-11-02');
    expect(await ratioAfter(replay, '2018-11-01')).toMatch(/ 0\.65$/);
    expect(await ratioAfter(replay, '2018-11-02')).toMatch(/ 0\.60$/);
  });
});
