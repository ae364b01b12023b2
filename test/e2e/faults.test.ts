import { describe, expect, it, onTestFinished } from 'vitest';
import type { RestExchange } from '#playground/exchange-log.ts';
import type { Fault, Faults } from '#playground/faults.ts';
import { ask, words } from '#test/support/asking.ts';
import { openPlayer, type PlayerInDiscord } from '#test/support/discord/player-in-discord.ts';

const SEND = 'POST /channels/{channel_id}/messages';

/** An episode whose first message is due at once, and nothing else while it is paused. */
const EPISODE = '2014-09-17';

async function openPaused(): Promise<PlayerInDiscord> {
  const bot = await openPlayer();
  onTestFinished(() => bot.close());
  const { stepper } = await bot.player.playback.open(EPISODE, { fresh: false });
  stepper.pause();
  return bot;
}

/** Lets the pre-brief be posted. */
async function postPreBrief({ discord, player }: PlayerInDiscord): Promise<void> {
  player.playback.play().catch(() => undefined);
  await discord.waitForMessage((message) => words(message).includes('CPI for Aug 2014, tomorrow 08:30 ET'));
  await settled(player);
}

/** Resolves when nothing is under way any more, which the count of arrived messages tells. */
async function settled({ playback }: PlayerInDiscord['player']): Promise<void> {
  while ((await playback.report()).arrived === 0) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

function sends({ discord }: PlayerInDiscord): readonly RestExchange[] {
  return discord
    .requests()
    .filter((exchange) => exchange.kind === 'rest')
    .filter(({ method, route }) => `${method} ${route}` === SEND);
}

describe('a message that Discord does not take at once', () => {
  it.each<{ readonly what: string; readonly fault: Fault; readonly times: number }>([
    { what: 'whose answer was lost after it was posted', fault: { kind: 'lose-answer' }, times: 1 },
    { what: 'whose answer was lost three times', fault: { kind: 'lose-answer' }, times: 3 },
    { what: 'whose connection broke after it was posted', fault: { kind: 'hang-up' }, times: 1 },
    { what: 'whose connection broke before it was posted', fault: { kind: 'refuse-connection' }, times: 2 },
    { what: 'that met a broken server', fault: { kind: 'fail', status: 500 }, times: 2 },
    { what: 'that met a server under maintenance', fault: { kind: 'fail', status: 503 }, times: 4 },
  ])('$what is posted once', async ({ fault, times }) => {
    const bot = await openPaused();
    const met = bot.discord.faults.add({ route: SEND, times, fault });
    await postPreBrief(bot);
    expect(bot.messages()).toHaveLength(1);
    expect(met()).toBeGreaterThan(0);
    expect(await bot.player.playback.report()).toMatchObject({ planned: 1, arrived: 1, lost: [] });
  });

  it('is looked for in the channel before it is sent again', async () => {
    const bot = await openPaused();
    bot.discord.faults.add({ route: SEND, fault: { kind: 'lose-answer' } });
    await postPreBrief(bot);
    expect(sends(bot)).toHaveLength(1);
  });

  it('is not sent again before the time that a rate limit names', async () => {
    const bot = await openPaused();
    const retryAfterSeconds = 30;
    bot.discord.faults.add({ route: SEND, fault: { kind: 'rate-limit', retryAfterSeconds } });
    await postPreBrief(bot);
    const [refused, taken] = sends(bot);
    expect(refused?.status).toBe(429);
    expect(taken?.status).toBe(200);
    expect((taken?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(retryAfterSeconds * 1_000);
    expect(bot.messages()).toHaveLength(1);
  });

  it('waits out a short rate limit of all of Discord', async () => {
    const bot = await openPaused();
    const fault = { kind: 'rate-limit', retryAfterSeconds: 0.4, isGlobal: true } as const;
    bot.discord.faults.add({ route: SEND, fault });
    await postPreBrief(bot);
    const [refused, taken] = sends(bot);
    expect((taken?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(400);
    expect(bot.messages()).toHaveLength(1);
  });

  it('is given up, with the reason, when Discord never takes it', async () => {
    const bot = await openPaused();
    bot.discord.faults.add({ route: SEND, times: 99, fault: { kind: 'fail', status: 502 } });
    bot.player.playback.play().catch(() => undefined);
    await expect
      .poll(async () => (await bot.player.playback.report()).lost, { timeout: 10_000 })
      .toEqual([{ key: 'CPI-2014-09-17.pre-brief', reason: expect.not.stringContaining('never') }]);
    expect(bot.messages()).toEqual([]);
  });
});

describe('a connection to Discord that breaks', () => {
  it.each<{ readonly how: string; readonly breakIt: (faults: Faults) => void }>([
    { how: 'when the socket drops', breakIt: (faults) => faults.dropGateway() },
    { how: 'when Discord asks for it', breakIt: (faults) => faults.requestReconnect() },
  ])('is resumed $how, and what was asked meanwhile is answered', async ({ breakIt }) => {
    const bot = await openPaused();
    await postPreBrief(bot);
    breakIt(bot.discord.faults);
    const seat = bot.discord.actAs(bot.discord.people.member.id);
    expect((await ask(bot.discord, seat, 'signal now')).text).toContain('CALM');
    await expect.poll(() => bot.events).toContain('gateway resumed');
    expect(bot.errors).toEqual([]);
  });
});

describe('a whole episode in bad weather', { timeout: 60_000 }, () => {
  it('arrives complete, each message once, though every request meets something', async () => {
    const bot = await openPlayer();
    onTestFinished(() => bot.close());
    const { faults } = bot.discord;
    const weather: readonly Fault[] = [
      { kind: 'lose-answer' },
      { kind: 'fail', status: 503 },
      { kind: 'hang-up' },
      { kind: 'refuse-connection' },
      { kind: 'rate-limit', retryAfterSeconds: 20 },
    ];
    let count = 0;
    const arm = (): void => {
      const fault = weather[count % weather.length];
      count += 1;
      if (fault) {
        faults.add({ route: SEND, fault });
      }
    };
    arm();
    bot.discord.onMessage((_, change) => {
      if (change === 'created') {
        arm();
      }
    });
    await bot.player.playback.open('2021-04-09', { fresh: false });
    await bot.player.playback.play();
    const report = await bot.player.playback.report();
    expect(report).toMatchObject({ arrived: report.planned, lost: [], undone: [], surprises: [] });
    expect(bot.messages()).toHaveLength(report.planned);
    const texts = bot.messages().map(words);
    expect(new Set(texts).size).toBe(texts.length);
    expect(count).toBeGreaterThan(weather.length);
  });
});
