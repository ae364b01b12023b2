import { describe, expect, it } from 'vitest';
import { type Played, playHistory, runThrough } from '#engine/backtest/play-history.ts';
import { createRecorder } from '#engine/backtest/recorder.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { openRecordedYears } from '#test/support/engine/history.ts';

const timeline = await openRecordedYears();
const settings = someSettings();

describe('createRecorder', () => {
  it('keeps the first close on which a release is confirmed, with the step of that close', () => {
    const released = timeline.releases.filter(({ print }) => print.releaseId === 'CPI-2018-10-11');
    const recorder = createRecorder(timeline, released, settings);
    // As it was played, but with the confirmation holding on at the close after the one of 2018-10-12.
    const take = (played: Played): void => {
      const { decision } = played;
      const holdsOn = decision.evaluation.session === '2018-10-15';
      recorder.take({
        ...played,
        decision: { ...decision, ...(holdsOn && { rank: 'CAPITULATION' as const }) },
      });
    };
    runThrough(playHistory(timeline, [{ settings, take }], { from: '2018-10-05', until: '2018-10-26' }));
    expect(recorder.record().rows).toMatchObject([
      { releaseId: 'CPI-2018-10-11', confirmedOn: '2018-10-12', limits: ['step-up', 'halved-vix'] },
    ]);
  });
});
