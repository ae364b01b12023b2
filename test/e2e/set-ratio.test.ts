import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CHANNELS } from '#playground/world/cast.ts';
import type { OptionValues } from '#playground/seat/sent-values.ts';
import { ask, type Told, words } from '#test/support/asking.ts';
import { openPlayer, type PlayerInDiscord } from '#test/support/discord/player-in-discord.ts';

const GENERAL = CHANNELS[1].id;

let bot: PlayerInDiscord;

beforeAll(async () => {
  bot = await openPlayer();
  await bot.player.playback.open('2014-09-17', { fresh: false });
  await bot.player.playback.play();
}, 60_000);

afterAll(() => bot.close());

function asks(who: 'member' | 'steward' | 'owner', path: string, values?: OptionValues): Promise<Told> {
  const seat = bot.discord.actAs(bot.discord.people[who].id);
  return ask(bot.discord, seat, path, { values, channelId: GENERAL, isOverridden: true });
}

describe('a steward who sets the ratio by hand', () => {
  it('sees it beside the book, on the next card and in the history, until the rules take it down', async () => {
    const { text } = await asks('steward', 'hedge set-ratio', { ratio: 0.65, why: 'desk call' });
    expect(text).toContain('Vega multiplier set by hand: 0.70 → 0.65');
    for (const path of ['exposure show', 'signal now', 'exposure history']) {
      expect((await asks('member', path)).text).toContain('desk call');
    }
    expect((await asks('steward', 'hedge set-ratio', { ratio: 0.65, why: 'again' })).text).toBe(
      'The vega multiplier is 0.65 already.',
    );
    expect((await asks('steward', 'hedge set-ratio', { ratio: 2, why: 'more' })).text).toContain(
      'above the hard cap 0.95',
    );

    const { playback } = bot.player;
    const before = bot.messages().length;
    await playback.request({ action: 'continue' });
    await vi.waitFor(() => expect(playback.state().phase).toBe('ended'), { timeout: 60_000, interval: 50 });
    const cards = bot.messages().slice(before).map(words);
    expect(cards.find((card) => card.includes('Still owed: asked 0.65'))).toContain(
      'set by hand 0.70 → 0.65',
    );
    expect(cards.filter((card) => card.includes('A roll is due'))).toHaveLength(2);
    const { text: after } = await asks('member', 'exposure show');
    expect(after).toContain('vega multiplier p 0.60');
    expect(after).not.toContain('set by hand');
    expect((await asks('member', 'exposure history')).text).toContain('desk call');
  });
});

describe('a manager who switches the meaning of the ratio', () => {
  it('is asked, with both plans, before the meaning of the ratio is switched', async () => {
    const values = { key: 'ratio.meaning', value: 'absolute' };
    const { text } = await asks('owner', 'thresholds set', values);
    expect(text).toContain('Switch ratio.meaning from multiplier to absolute?');
    expect(text).toContain('multiplier (now)');
    expect(text).toContain('Nothing has changed yet.');
    expect((await asks('member', 'thresholds view', { group: 'Ratio' })).text).toContain(
      'ratio.meaning multiplier',
    );
  });
});
