import { describe, expect, it } from 'vitest';
import { episode } from '#commands/replay/episode.ts';
import { UnknownEpisode } from '#domain/problem.ts';
import type { Services } from '#services/index.ts';
import { CLOSE_OF_2014_09_23 } from '#test/support/engine/decision.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { contextWith, SERVER } from '#test/commands/context-with.ts';
import type { ReplayProgress } from '#services/history/play-episode.ts';

const NEWS: ReplayProgress = {
  episode: '2014-09-17',
  title: 'CPI for August 2014',
  arrived: 3,
  planned: 9,
  instant: CLOSE_OF_2014_09_23,
  ended: false,
};

describe('/replay episode', () => {
  it('plays into the channel where it was asked for, and tells how far it has come', async () => {
    const asked: unknown[] = [];
    const playEpisode: Services['playEpisode'] = async (request, report) => {
      asked.push(request);
      await report(NEWS);
      return { ...NEWS, arrived: 9, ended: true };
    };
    const context = contextWith({ playEpisode });
    const { view } = await episode.run({ episode: '2014-09-17' }, context);

    expect(asked).toEqual([{ server: SERVER, channel: context.channel, episode: '2014-09-17' }]);
    expect(context.showProgress).toHaveBeenCalledWith(
      expect.toSatisfy((told) => textOf(told).includes('3 of 9 messages so far')),
    );
    expect(textOf(view)).toContain('Ended. 9 messages above');
  });

  it('says when messages are missing at the end', async () => {
    const playEpisode: Services['playEpisode'] = async () => ({ ...NEWS, arrived: 7, ended: true });
    expect(textOf((await episode.run({ episode: 'x' }, contextWith({ playEpisode }))).view)).toContain(
      'Ended with 7 of 9',
    );
  });

  it('knows only episodes that are recorded, and offers them by day and by words', async () => {
    await expect(episode.run({ episode: '1999-01-01' }, contextWith())).rejects.toThrow(UnknownEpisode);
    expect(await episode.complete?.({ option: 'episode', typed: 'august' }, contextWith())).toEqual([
      { name: '2014-09-17 · CPI for August 2014', value: '2014-09-17' },
    ]);
    expect(await episode.complete?.({ option: 'episode', typed: '2015' }, contextWith())).toEqual([]);
  });

  it('is for stewards, and may take minutes', () => {
    expect(episode.access).toBe('steward');
    expect(episode.timeout).toBeLessThan(15 * 60_000);
  });
});
