import { describe, expect, it, onTestFinished } from 'vitest';
import { openLiveBot, type LiveBot, type LiveBotOptions } from '#test/support/process/live-bot.ts';
import { RELEASE } from '#test/support/process/provider-day.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** How the card of a print says what it was. */
const CARD = 'Why CPI';
const KEYS = { BLS_API_KEY: 'a-key-of-bls', FRED_API_KEY: 'a-key-of-fred' } as const;

/** Opened two seconds before the figures are due, and set up by then. */
async function openedBefore(options: Omit<LiveBotOptions, 'startAt'> = {}): Promise<LiveBot> {
  const bot = await openLiveBot({ startAt: RELEASE.at - 2 * SECOND, ...options });
  onTestFinished(() => bot.close());
  await bot.setUp();
  return bot;
}

describe('the bot on the day of a release, its sources behind real HTTP', { timeout: 60_000 }, () => {
  it('posts the card of a print seconds after BLS alone shows it, and calls it provisional', async () => {
    const bot = await openedBefore({ day: { publishedAt: RELEASE.at + SECOND } });
    const { text } = await bot.card(CARD);
    expect(bot.clock.now() - RELEASE.at).toBeLessThan(15 * SECOND);
    // BLS published +0.2 % for both, as everybody had expected.
    expect(text).toContain('in line');
    const asked = (await bot.asks('member', 'signal now')).text;
    expect(asked).toContain('PROVISIONAL: only one source has shown these figures so far');
    expect((await bot.asks('member', 'steward status')).text).toContain('FRED: off.');
    expect(bot.errors).toEqual([]);
  });

  it('shows that two sources disagree, and leaves the print as it was first seen', async () => {
    const day = {
      publishedAt: RELEASE.at + SECOND,
      mirroredAt: RELEASE.at + 3 * SECOND,
      mirroredLevel: '314.200',
    };
    const bot = await openedBefore({ env: KEYS, day });
    await bot.card(CARD);
    bot.clock.jumpTo(RELEASE.at + MINUTE);
    const told = await bot.card('Two sources disagree on CPI');
    expect(told.text).toContain('BLS: headline 0.2 %, core 0.2 %');
    expect(told.text).toContain('FRED: headline 0.4 %');
  });

  it('is confirmed once FRED shows the same', async () => {
    const day = { publishedAt: RELEASE.at + SECOND, mirroredAt: RELEASE.at + 3 * SECOND };
    const bot = await openedBefore({ env: KEYS, day });
    await bot.card(CARD);
    const context = (await bot.asks('member', 'market context')).text;
    expect(context).toContain('Real yield, 10 years (TIPS) 1.87 % (1 day +0.01, 5 days +0.05)');
    expect(context).toContain('10 less 2 years −0.13 %');
    const shown = async (): Promise<string> => (await bot.asks('member', 'checklist show')).text;
    expect(await shown()).toContain('15 Verify the print · ! watch');
    bot.clock.jumpTo(RELEASE.at + MINUTE);
    await bot.eventually(async () => (await shown()).includes('15 Verify the print · ✓ ok'));
    expect(await shown()).toContain('BLS, FRED show the same figures of CPI-2024-08-14');
    expect(bot.alerts().join()).not.toContain('disagree');
    for (const key of Object.values(KEYS)) {
      expect(bot.alerts().join()).not.toContain(key);
      expect(bot.errors.join()).not.toContain(key);
    }
  });

  it('says that figures are late and who does not answer while everything is down, and judges them afterwards', async () => {
    const hosts = [
      'api.bls.gov',
      'cdn.cboe.com',
      'www-api.cboe.com',
      'www.cboe.com',
      'query1.finance.yahoo.com',
    ];
    const bot = await openLiveBot({
      startAt: RELEASE.at + 29 * MINUTE + 58 * SECOND,
      day: { down: new Set(hosts) },
    });
    onTestFinished(() => bot.close());
    await bot.setUp();
    const { text } = await bot.card('CPI is late');
    expect(text).toContain('No answer from BLS when last asked');
    const signal = await bot.asks('member', 'signal now');
    expect(signal.text).toMatch(/is not answering/);
  });
});
