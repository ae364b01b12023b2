import { describe, expect, it } from 'vitest';
import { overdueMinutes } from '#scheduler/overdue-minutes.ts';

const MINUTE = 60_000;

describe('overdueMinutes', () => {
  it.each([
    [0, undefined],
    // The PPI of 2021-04-09 appeared 26 minutes late: nobody needs to be told.
    [26, undefined],
    [29.99, undefined],
    [30, 30],
    [31, 30],
    [89, 30],
    [90, 90],
    [719, 690],
    [720, 720],
    [800, 720],
    [2_159, 720],
    [2_160, 2_160],
  ])('after %d minutes tells of %s', (elapsed, minutes) => {
    expect(overdueMinutes(elapsed * MINUTE)).toBe(minutes);
  });
});
