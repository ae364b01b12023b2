import { describe, expect, it } from 'vitest';
import { createEpisodes } from '#adapters/recorded/episodes.ts';
import type { Decision } from '#domain/signal/decision.ts';
import { foretell } from '#test/support/engine/foretell-episodes.ts';
import { playRecorded } from '#test/support/process/play-recorded.ts';

const library = createEpisodes();

function steps(decisions: readonly Decision[]): readonly (readonly [string, number])[] {
  return decisions
    .filter(({ ratio }) => ratio.step !== 0)
    .map(({ evaluation, ratio }) => [evaluation.session, ratio.next]);
}

describe('the recorded episodes', () => {
  it.each(library.list().map(({ id }) => id))('go as foretold when %s is played', async (id) => {
    const { episode } = await library.open(id);
    expect(await foretell(id)).toEqual(episode.expected);
  });

  // The steps are those of the method's own worked examples.
  it('unwind the step of September 2014 after the peak of the VIX', async () => {
    expect(steps(await playRecorded('2014-09-17', 'end'))).toEqual([
      ['2014-09-23', 0.7],
      ['2014-10-21', 0.65],
      ['2014-10-22', 0.6],
    ]);
  });

  it('unwind the halved step of October 2018 at once', async () => {
    expect(steps(await playRecorded('2018-10-11', 'end'))).toEqual([
      ['2018-10-12', 0.65],
      ['2018-11-02', 0.6],
    ]);
  });
});
