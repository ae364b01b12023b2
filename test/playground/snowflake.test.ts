import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSnowflakes, discordTime } from '#playground/snowflake.ts';

describe('createSnowflakes', () => {
  it('gives ids of 17 to 19 digits, each greater than the one before, whatever the clock does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: Date.UTC(2080, 0, 1) }), { minLength: 2 }),
        (instants) => {
          const clock = instants.values();
          const nextId = createSnowflakes(() => clock.next().value ?? 0);
          const ids = instants.map(() => nextId());
          expect(ids.every((id) => /^\d{17,19}$/.test(id))).toBe(true);
          expect(ids.map(BigInt)).toEqual([...new Set(ids)].map(BigInt).toSorted((a, b) => (a < b ? -1 : 1)));
        },
      ),
    );
  });

  it('holds the time of its making where Discord documents it', () => {
    // https://docs.discord.com/developers/reference#snowflakes: the example there is of 2016-04-30 11:18:25.796 UTC.
    const at = Date.UTC(2016, 3, 30, 11, 18, 25, 796);
    const id = BigInt(createSnowflakes(() => at)());
    expect(id >> 22n).toBe(175_928_847_299_117_063n >> 22n);
  });

  it('goes on after the greatest id that was there', () => {
    expect(createSnowflakes(() => 0, 5_000_000_000_000_000_000n)()).toBe('5000000000000000001');
  });
});

describe('discordTime', () => {
  it('writes microseconds and a zone', () => {
    expect(discordTime(Date.UTC(2014, 8, 17, 12, 30))).toBe('2014-09-17T12:30:00.000000+00:00');
  });
});
