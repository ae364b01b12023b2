import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageMessage } from '#playground/page-protocol.ts';
import type { Seat } from '#playground/seat/seat.ts';
import { ask, controls, told, words } from '#test/support/asking.ts';
import { openPlayer, type PlayerInDiscord } from '#test/support/discord/player-in-discord.ts';

let bot: PlayerInDiscord;

beforeAll(async () => {
  bot = await openPlayer();
  await bot.player.playback.open('2014-09-17', { fresh: false });
  await bot.player.playback.play();
}, 60_000);

afterAll(() => bot.close());

function seat(who: 'member' | 'steward'): Seat {
  return bot.discord.actAs(bot.discord.people[who].id);
}

/** The card of the step of 2014-09-23, as it is now. */
function card(): PageMessage {
  const match = bot.messages().find((message) => words(message).includes('▲ Add hedge'));
  const now = match && bot.discord.findMessage(match.id);
  if (!now) {
    throw new Error('no step was posted');
  }
  return now;
}

function idOf(act: string): string {
  return controls(card()).find(({ id }) => id.startsWith(`v1:${act}:`))?.id ?? '';
}

describe('the step of 2014-09-23', () => {
  it('is read by a member, filled by a steward, and done for everybody', async () => {
    const read = await told(bot.discord, seat('member'), () =>
      seat('member').press(card(), idOf('hedge.fill')),
    );
    expect(read.isPrivate).toBe(true);
    expect(read.text).toContain('Plan for 0.60 → 0.70');
    expect(controls(read.message).map(({ label }) => label)).toEqual(['Share']);

    const { modal = {} } = await seat('steward').press(card(), idOf('hedge.fill'));
    expect(JSON.stringify(modal)).toContain('BTO 1 VIX 10/22/2014 16C @');
    await expect.poll(() => words(card())).toContain('is on it');

    const tickets = /"value":"(BTO[^"]*)"/.exec(JSON.stringify(modal))?.[1]?.replaceAll('\\n', '\n') ?? '';
    const wrong = await seat('steward').submitModal(modal, { tickets: 'BTO one VIX', date: '2014-09-24' });
    expect(JSON.stringify(wrong.message)).toContain('could not be read');

    const { modal: again = {} } = await seat('steward').press(card(), idOf('hedge.fill'));
    const filled = await seat('steward').submitModal(again, { tickets, date: '2014-09-24' });
    expect(JSON.stringify(filled.message)).toContain('Recorded for');
    await expect.poll(() => words(card())).toContain('Done: filled 0.');
    expect(controls(card()).map(({ label }) => label)).toEqual(['Details']);

    const { text } = await ask(bot.discord, seat('member'), 'hedge orders');
    expect(text).toContain('Nothing is owed any more.');
    expect(text).toContain('0.60 → 0.70 · done');
  });
});
