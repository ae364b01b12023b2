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

type Who = 'member' | 'steward' | 'owner';

function seat(who: Who): Seat {
  return bot.discord.actAs(bot.discord.people[who].id);
}

/** Something on a message that can be pressed or chosen from, by the act that it leads to. */
function control(message: PageMessage, act: string): string {
  const match = controls(message).find(({ id }) => id.startsWith(`v1:${act}:`));
  if (!match) {
    throw new Error(`nothing on the message leads to ${act}`);
  }
  return match.id;
}

function press(who: Who, message: PageMessage, act: string): Promise<Told> {
  return told(bot.discord, seat(who), () => seat(who).press(message, control(message, act)));
}

function choose(who: Who, message: PageMessage, items: readonly string[]): Promise<Told> {
  const id = control(message, 'checklist.choose');
  return told(bot.discord, seat(who), () => seat(who).select(message, id, items));
}

/** Cards of alerts, oldest first: the first belongs to the CPI, the last to the PPI. */
function cards(): readonly PageMessage[] {
  return bot
    .messages()
    .filter((message) => controls(message).some(({ id }) => id.startsWith('v1:checklist.open:')));
}

function cardAt(place: number): PageMessage {
  const card = cards().at(place);
  if (!card) {
    throw new Error('no card was posted');
  }
  return card;
}

const STEWARD = (): string => `ticked by <@${bot.discord.people.steward.id}>`;

describe('the checklist of a card', () => {
  it('opens privately for everybody, with a select for those who may tick', async () => {
    const ofMember = await press('member', cardAt(-1), 'checklist.open');
    const ofSteward = await press('steward', cardAt(-1), 'checklist.open');
    expect([ofMember.isPrivate, ofSteward.isPrivate]).toEqual([true, true]);
    expect(ofMember.text).toContain('of 14 done');
    expect(controls(ofMember.message).map(({ label }) => label)).toEqual(['Share']);
    expect(control(ofSteward.message, 'checklist.choose')).toContain('.official');
  });

  it('is ticked by a steward, everybody sees by whom, and the card counts it', async () => {
    const card = cardAt(-1);
    const [before, embeds] = [doneOn(card), JSON.stringify(card['embeds'])];
    const { message } = await press('steward', card, 'checklist.open');
    const { text } = await choose('steward', message, [...chosenOn(message), 'vix-gate']);
    expect(text).toContain(STEWARD());
    expect((await ask(bot.discord, seat('member'), 'checklist show')).text).toContain(STEWARD());
    expect(doneOn(cardAt(-1))).toBe(before + 1);
    expect(JSON.stringify(cardAt(-1)['embeds'])).toBe(embeds);
  });

  it('loses neither of two choices that two people made from the same list, and takes one back', async () => {
    const ofSteward = await press('steward', cardAt(-1), 'checklist.open');
    const ofOwner = await press('owner', cardAt(-1), 'checklist.open');
    const before = doneOf(ofOwner.text);
    await Promise.all([
      choose('steward', ofSteward.message, [...chosenOn(ofSteward.message), 'steward-check']),
      choose('owner', ofOwner.message, [...chosenOn(ofOwner.message), 'fomc-window']),
    ]);
    const { message, text } = await press('owner', cardAt(-1), 'checklist.open');
    expect(doneOf(text)).toBe(before + 2);
    const left = chosenOn(message).filter((item) => item !== 'fomc-window');
    expect(doneOf((await choose('owner', message, left)).text)).toBe(before + 1);
  });

  it('of an event that has passed is not opened from its card any more, which names the newer one', () => {
    const ofCpi = bot.messages().filter((message) => words(message).includes('CPI +'));
    expect(ofCpi.length).toBeGreaterThan(0);
    for (const card of ofCpi) {
      expect(words(card)).toContain('superseded by');
      expect(controls(card).map(({ label }) => label)).toEqual(['Details']);
    }
  });
});

describe('the details of a card', () => {
  it('open privately: every condition, the step, the gates, and the long disclaimer', async () => {
    const { isPrivate, text } = await press('member', cardAt(-1), 'signal.details');
    expect(isPrivate).toBe(true);
    expect(text).toMatch(/Why \w+, and what would change it/);
    expect(text).toMatch(/[✓✗?] Small caps lag/);
    expect(text).toContain('the bot places no orders');
    expect(words(cardAt(-1))).not.toMatch(/[✓✗?] Small caps lag/);
  });
});

describe('a bot that was started again', () => {
  it('knows the ticks and goes on taking them from the cards of before', { timeout: 60_000 }, async () => {
    const first = bot;
    const list = await press('steward', cardAt(-1), 'checklist.open');
    await choose('steward', list.message, ['break-even']);
    await first.close({ folder: true });
    bot = await openPlayer({ folder: first.folder });
    await bot.player.playback.open(EPISODE, { fresh: false });

    const { message, text } = await press('steward', cardAt(-1), 'checklist.open');
    expect(doneOf(text)).toBe(1);
    const items = [...chosenOn(message), 'irr-drag'];
    expect(doneOf((await choose('steward', message, items)).text)).toBe(2);
  });
});

/** How many items the button of a card says are done. */
function doneOn(card: PageMessage): number {
  const label = controls(card).find(({ id }) => id.startsWith('v1:checklist.open:'))?.label;
  return Number(/Checklist (\d+)\//.exec(label ?? '')?.[1]);
}

/** How many items a checklist says are done. */
function doneOf(text: string): number {
  return Number(/Checklist · (\d+) of/.exec(text)?.[1]);
}

/** The items that a list shows as chosen. */
function chosenOn(message: PageMessage): readonly string[] {
  const options = JSON.stringify(message['components']).matchAll(/\{[^{}]*"value":"([\w-]+)"[^{}]*\}/g);
  return [...options].flatMap(([option, value = '']) => (option.includes('"default":true') ? [value] : []));
}
