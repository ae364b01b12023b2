import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageMessage } from '#playground/page-protocol.ts';
import type { Seat } from '#playground/seat/seat.ts';
import { ask, controls, type Told, told, words } from '#test/support/asking.ts';
import { openPlayer, type PlayerInDiscord } from '#test/support/discord/player-in-discord.ts';

/** A hot CPI on 06-10, and a PPI on 06-14 whose checklist takes the place of the first one's. */
const EPISODE = '2022-06-10';

let bot: PlayerInDiscord;

beforeAll(async () => {
  bot = await openPlayer();
  await bot.player.playback.open(EPISODE, { fresh: false });
  await bot.player.playback.play();
}, 60_000);

afterAll(() => bot.close());

function seat(who: 'member' | 'steward' | 'owner'): Seat {
  return bot.discord.actAs(bot.discord.people[who].id);
}

/** The button of an item, as it is on a message now; its label says whether it ticks or takes back. */
function button(message: PageMessage, item: string): { readonly id: string; readonly label: string } {
  const now = bot.discord.findMessage(message.id) ?? message;
  const found = controls(now).find(({ id }) => id.includes(`|${item}|`));
  if (!found) {
    throw new Error(`no button for ${item}`);
  }
  return found;
}

function tick(who: Parameters<typeof seat>[0], message: PageMessage, item: string): Promise<Told> {
  return told(bot.discord, seat(who), () => seat(who).press(message, button(message, item).id));
}

/** Cards of alerts, oldest first: the first belongs to the CPI, the last to the PPI. */
function cards(): readonly PageMessage[] {
  return bot.messages().filter((message) => controls(message).some(({ id }) => id.includes('tick-card')));
}

function latestCard(): PageMessage {
  const [card] = cards().slice(-1);
  if (!card) {
    throw new Error('no card was posted');
  }
  return card;
}

async function show(): Promise<Told> {
  return ask(bot.discord, seat('member'), 'checklist show');
}

describe('the checklist', () => {
  it('is ticked by a steward on the alert itself, and everybody sees by whom', async () => {
    const card = latestCard();
    const { isPrivate, text } = await tick('steward', card, 'vix-gate');
    expect(isPrivate).toBe(false);
    expect(text).toContain(`ticked by <@${bot.discord.people.steward.id}>`);
    expect(button(card, 'vix-gate').label).toBe('✓ 8');
    expect((await show()).text).toContain(`ticked by <@${bot.discord.people.steward.id}>`);
  });

  it('keeps picture, words and mark of an alert that is ticked', async () => {
    const card = latestCard();
    await tick('steward', card, 'moving-averages');
    const after = bot.discord.findMessage(card.id);
    expect(after?.['attachments']).toEqual(card['attachments']);
    expect(JSON.stringify(after?.['components'])).toContain('signal.png');
    expect(words(after ?? card).split(' Checklist ')[0]).toBe(words(card).split(' Checklist ')[0]);
    expect(words(after ?? card)).toContain(/`?[\w-]+\.official`? [\w-]{8}/.exec(words(card))?.[0] ?? '?');
  });

  it('loses neither of two ticks that two people set at once', async () => {
    const [one, other] = [await show(), await show()];
    await Promise.all([
      tick('steward', one.message, 'dual-confirmation'),
      tick('owner', other.message, 'fomc-window'),
    ]);
    const { message } = await show();
    expect(button(message, 'dual-confirmation').label).toBe('✓ 4');
    expect(button(message, 'fomc-window').label).toBe('✓ 9');
  });

  it('takes the same tick of two people once, and takes it back', async () => {
    const { message } = await show();
    await Promise.all([
      tick('steward', message, 'steward-check'),
      told(bot.discord, seat('owner'), () =>
        seat('owner').press(message, button(message, 'steward-check').id),
      ),
    ]);
    expect(button(message, 'steward-check').label).toBe('✓ 13');
    await tick('owner', message, 'steward-check');
    expect(button(message, 'steward-check').label).toBe('Tick 13');
    expect(button((await show()).message, 'steward-check').label).toBe('Tick 13');
  });

  it('is not for members to tick, who are told so alone while the card stays as it is', async () => {
    const { message } = await show();
    const before = JSON.stringify(bot.discord.findMessage(message.id));
    const { isPrivate, text } = await tick('member', message, 'breadth-divergence');
    expect(isPrivate).toBe(true);
    expect(text).toBe('Only stewards of this server may do that. /steward setup names their role.');
    expect(JSON.stringify(bot.discord.findMessage(message.id))).toBe(before);
  });

  it('of an event that has passed says that it was superseded, and what to do', async () => {
    const [old] = cards();
    expect(words(old ?? latestCard())).toContain('CPI for May 2022');
    const { isPrivate, text } = await tick('steward', old ?? latestCard(), 'breadth-divergence');
    expect(isPrivate).toBe(true);
    expect(text).toBe('This card has been superseded. /checklist show opens the current one.');
    expect(button((await show()).message, 'breadth-divergence').label).toBe('Tick 2');
  });
});

describe('a bot that was started again', () => {
  it('knows the ticks and goes on taking them from the cards of before', { timeout: 60_000 }, async () => {
    const first = bot;
    const card = latestCard();
    await tick('steward', card, 'breadth-divergence');
    await first.close({ folder: true });
    bot = await openPlayer({ folder: first.folder });
    await bot.player.playback.open(EPISODE, { fresh: false });

    expect(button(card, 'breadth-divergence').label).toBe('✓ 2');
    expect(button((await show()).message, 'breadth-divergence').label).toBe('✓ 2');
    await tick('owner', card, 'breadth-divergence');
    expect(button(card, 'breadth-divergence').label).toBe('Tick 2');
    expect(button((await show()).message, 'breadth-divergence').label).toBe('Tick 2');
  });
});
