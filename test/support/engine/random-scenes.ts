import fc from 'fast-check';
import type { Settings } from '#domain/settings/settings.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import { someSettings } from './decision.ts';
import { tellStory, type Move } from './market-story.ts';

const LENGTH = 24;

const between = (least: number, most: number, per: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.round(least * per), max: Math.round(most * per) }).map((value) => value / per);

type Mood = { readonly rut: number; readonly spx: number; readonly vix: number; readonly behind: number };

const moodOf = (rut: fc.Arbitrary<number>): fc.Arbitrary<Mood> =>
  fc.record({
    rut,
    spx: between(-0.006, 0.006, 1000),
    vix: between(11, 24, 10),
    behind: between(-0.6, 0.6, 10),
  });

/** Four sessions of one mood each: first small caps fall, later they may do anything, mostly rise. */
const moods: fc.Arbitrary<readonly Mood[]> = fc
  .tuple(
    moodOf(between(-0.025, -0.008, 1000)),
    moodOf(between(-0.02, 0.01, 1000)),
    fc.array(moodOf(between(-0.01, 0.03, 1000)), { minLength: 4, maxLength: 4 }),
  )
  .map(([first, second, rest]) => [first, second, ...rest]);

const settingsOf: fc.Arbitrary<Settings> = fc
  .record({
    base: between(0.3, 0.7, 100),
    raise: between(0.05, 0.5, 100),
    capOver: between(-0.1, 0.2, 100),
    up: between(0.01, 0.25, 100),
    down: between(0.01, 0.25, 100),
    deadband: between(0, 0.05, 100),
    cooldown: fc.integer({ min: 1, max: 4 }),
    budget: between(0.05, 0.5, 100),
    downAfter: fc.integer({ min: 1, max: 4 }),
    window: fc.integer({ min: 3, max: 10 }),
    lagZ: between(-1.4, -0.2, 10),
    rsiMax: fc.integer({ min: 36, max: 50 }),
    gapMax: fc.integer({ min: -8, max: 0 }),
    policy: fc.constantFrom('halve', 'block', 'ignore'),
  })
  .map((wish) =>
    someSettings({
      'ratio.base': wish.base,
      'ratio.confirmed': roundOff(wish.base + wish.raise),
      'ratio.hardCap': roundOff(wish.base + wish.raise + wish.capOver),
      'step.up': wish.up,
      'step.down': wish.down,
      'step.deadband': wish.deadband,
      'step.cooldownSessions': wish.cooldown,
      'step.maxUpPerEvent': wish.budget,
      'step.downAfterCloses': wish.downAfter,
      'event.windowSessions': wish.window,
      'lag.z': wish.lagZ,
      'rsi.rutMax': wish.rsiMax,
      'rsi.gapMax': wish.gapMax,
      'fomc.policy': wish.policy,
    }),
  );

/** Random markets with prints, gaps, budgets and settings: small caps fall first, so that raises happen. */
export const scenes = fc.record({
  moods,
  settings: settingsOf,
  printsAt: fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 3 }),
  surprise: fc.constantFrom(-6, -4, -4, -2, -2, 0, 4),
  /** A session without a close of one index: it is stale that evening, and its history has a gap from there on. */
  lost: fc.option(
    fc.record({
      place: fc.integer({ min: 0, max: LENGTH - 1 }),
      index: fc.constantFrom('rut', 'spx', 'vix'),
    }),
    { freq: 3 },
  ),
  /** Trailing cost, cost of a step and budget, dollars. */
  budget: fc.record({
    net: fc.integer({ min: -500, max: 2_000 }),
    step: fc.integer({ min: 0, max: 2_000 }),
    budget: fc.integer({ min: 0, max: 2_500 }),
  }),
  statement: fc.integer({ min: -3, max: LENGTH + 3 }),
});

export type Scene = typeof scenes extends fc.Arbitrary<infer Value> ? Value : never;

/** What is known at every close of a scene, oldest first. */
export function snapshotsOf({
  moods: weeks,
  printsAt,
  surprise,
  lost,
  statement,
}: Scene): readonly Snapshot[] {
  const moves = Array.from({ length: LENGTH }, (_, place): Move => {
    const mood = weeks[Math.floor(place / 4) % weeks.length];
    return {
      rut: mood?.rut ?? 0,
      spx: mood?.spx ?? 0,
      vix: mood?.vix ?? 14,
      breadth: [mood?.behind ?? 0, 0],
    };
  });
  const story = tellStory(moves);
  const figure = { actual: 6 + surprise, consensus: 6 };
  const prints = printsAt
    .toSorted((first, second) => first - second)
    .map((place) => story.print(place, { core: figure, headline: figure }));
  const gap = lost === null ? undefined : story.session(lost.place);
  return moves.map((_, place): Snapshot => {
    const fomc = { statement: story.session(statement), sessionsAway: statement - place };
    const snapshot = story.at(place, 'official', { prints, fomc, breadth: place % 2 === 0 });
    const index = lost?.index ?? 'rut';
    const daily = snapshot.market[index];
    const closes = daily.closes.filter(({ session }) => session !== gap);
    return { ...snapshot, market: { ...snapshot.market, [index]: { ...daily, closes } } };
  });
}
