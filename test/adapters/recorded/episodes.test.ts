import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEpisodes } from '#adapters/recorded/episodes.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { dayZero } from '#calendar/known-at.ts';
import { newYorkDay, newYorkTime } from '#calendar/new-york.ts';
import { SourceChanged, UnknownEpisode } from '#domain/problem.ts';
import type { MarketHistory } from '#domain/market/market.ts';
import type { Release } from '#domain/releases/release.ts';
import type { RecordedEpisode } from '#ports/sources/episodes.ts';
import { exchangeFacts } from '#config/exchange-facts.ts';

const signal = new AbortController().signal;
const calendar = exchangeCalendar(exchangeFacts);
const library = createEpisodes();
const IDS = [
  '2014-09-17',
  '2018-10-11',
  '2020-03-12',
  '2023-03-15',
  '2022-11-10',
  '2024-07-11',
  '2022-06-10',
  '2021-04-09',
];

describe('createEpisodes', () => {
  it('lists the episodes by the day of their main release', () => {
    expect(library.list().map(({ id }) => id)).toEqual(IDS);
  });

  it('names the episodes there are when asked for another', async () => {
    await expect(library.open('2014-09-18')).rejects.toThrow(UnknownEpisode);
    await expect(library.open('2014-09-18')).rejects.toMatchObject({ known: IDS });
  });

  it('says which table it cannot read', () => {
    const elsewhere = new URL('../../fixtures/broken-episodes/', import.meta.url);
    expect(() => createEpisodes(elsewhere)).toThrow(SourceChanged);
    expect(() => createEpisodes(elsewhere)).toThrow(/episodes\.csv.*first_at/s);
  });
});

describe.each(IDS)('the episode of %s', (id) => {
  let recorded: RecordedEpisode;
  let market: MarketHistory;
  let main: Release | undefined;
  beforeAll(async () => {
    recorded = await library.open(id);
    market = await recorded.market.history(0, signal);
    [main] = recorded.episode.releases;
  });

  it('begins at 18:00 on the evening before its main release', () => {
    const { firstAt } = recorded.episode;
    expect(newYorkTime(firstAt)).toBe('18:00');
    expect(main?.id.slice(4)).toBe(id);
    expect(newYorkDay(firstAt + 24 * 3_600_000)).toBe(id);
  });

  it('has its last instant at the official evaluation of day 5 of a release in it', () => {
    const { lastAt, releases } = recorded.episode;
    const ends = releases.map(({ scheduledAt }) =>
      calendar.usableAt(calendar.shift(dayZero(scheduledAt, calendar), 5)),
    );
    expect(ends).toContain(lastAt);
  });

  it('goes on for 35 sessions after day 0, to an official evaluation', () => {
    const { endsAt } = recorded.episode;
    const end = newYorkDay(endsAt);
    expect(calendar.usableAt(end)).toBe(endsAt);
    expect(calendar.distance(id, end)).toBeGreaterThanOrEqual(35);
    expect(market.rut.closes.at(-1)?.session).toBe(end);
  });

  it('has at least 320 consecutive sessions of both indices and of the VIX up to day 0', () => {
    const sessions = market.rut.closes.map(({ session }) => session);
    expect(sessions.indexOf(id)).toBeGreaterThanOrEqual(319);
    expect(sessions).toEqual(calendar.sessionsBetween(sessions[0] ?? '', sessions.at(-1) ?? ''));
    expect(market.spx.closes.map(({ session }) => session)).toEqual(sessions);
    expect(market.vix.closes.map(({ session }) => session)).toEqual(sessions);
  });

  it('shows every value as recorded, and breadth as a proxy', () => {
    const { rut, spx, vix, vix9d, vix3m, vvix, breadth } = market;
    const qualities = [rut, spx, vix, vix9d, vix3m, vvix].map((daily) => daily?.quality);
    expect(qualities).toEqual(Array(6).fill('recorded'));
    expect(breadth?.small.quality).toBe(id === '2024-07-11' ? 'proxy' : undefined);
    expect(recorded.episode.releases.every(({ quality }) => quality === 'recorded')).toBe(true);
  });

  it('publishes each release at its minute with a forecast, and not a millisecond before', async () => {
    for (const release of recorded.episode.releases) {
      const print = await recorded.prints.fetch(release, recorded.episode.endsAt, signal);
      const { releasedAt = 0, figures } = print ?? {};
      expect(figures?.core.consensus).toBeTypeOf('number');
      expect(await recorded.prints.fetch(release, releasedAt - 1, signal)).toBeUndefined();
      expect(await recorded.prints.fetch(release, releasedAt, signal)).toMatchObject({
        releasedAt,
        quality: 'recorded',
      });
    }
  });

  it('forecasts nothing that was printed later', async () => {
    for (const release of recorded.episode.releases) {
      const forecast = await recorded.prints.consensus(release, 0, signal);
      expect(JSON.stringify(forecast)).not.toMatch(/actual|revised/);
      expect(forecast?.figures.core.consensus).toBeTypeOf('number');
    }
  });

  it('measures surprises against at least 60 earlier prints of both reports, none of the future', async () => {
    for (const kind of ['CPI', 'PPI'] as const) {
      const past = await recorded.prints.history(kind, recorded.episode.firstAt, signal);
      expect(past.length).toBeGreaterThanOrEqual(60);
      expect(past.every(({ date }) => date < id)).toBe(true);
      expect(past.map(({ date }) => date)).toEqual(past.map(({ date }) => date).toSorted());
    }
  });

  it('has no quotes and says so by giving none', async () => {
    expect(await recorded.market.quotes(recorded.episode.firstAt, signal)).toBeUndefined();
  });
});

describe('recorded prints', () => {
  it('have the PPI of March 2021 at 08:56, when it was posted', async () => {
    const { prints, episode } = await library.open('2021-04-09');
    const [release] = episode.releases;
    const print = release && (await prints.fetch(release, episode.lastAt, signal));
    expect(newYorkTime(print?.scheduledAt ?? 0)).toBe('08:30');
    expect(newYorkTime(print?.releasedAt ?? 0)).toBe('08:56');
    expect(print?.note).toContain('08:56');
  });

  it('say of a month before that was restated what was known until then', async () => {
    // CPI of October 2022 restated nothing; PPI of October 2022 took core for September from 0.3 to 0.2.
    const { prints, episode } = await library.open('2022-11-10');
    const [, ppi] = episode.releases;
    const print = ppi && (await prints.fetch(ppi, episode.lastAt, signal));
    expect(print?.figures.core).toEqual({ actual: 0, consensus: 6, previous: 6, revisedPrevious: 4 });
    expect(ppi && (await prints.consensus(ppi, 0, signal))?.figures.core).toEqual({
      consensus: 6,
      previous: 6,
    });
  });

  it('are whole ticks of 0.05 percentage points: the CPI of August 2014', async () => {
    // BLS, 2014-09-17: all items −0.2 %, core 0.0 %, twelve months 1.7 %; medians 0.1, 0.2 and 1.9.
    const { prints, episode } = await library.open('2014-09-17');
    const [cpi] = episode.releases;
    const print = cpi && (await prints.fetch(cpi, cpi.scheduledAt, signal));
    expect(print?.figures).toMatchObject({
      headline: { actual: -4, consensus: 2 },
      core: { actual: 0, consensus: 4 },
      headlineYearly: { actual: 34, consensus: 38 },
    });
    expect(print?.receivedAt).toBe(cpi?.scheduledAt);
  });
});

describe('the tables', () => {
  it('stay small enough to come with the bot', () => {
    const folder = new URL('../../../src/adapters/recorded/episodes/', import.meta.url);
    const names = ['market.csv', 'breadth.csv', 'prints.csv', 'episodes.csv', 'expected.csv'];
    const bytes = names.map((name) => readFileSync(new URL(name, folder)).length);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(300_000);
  });
});
