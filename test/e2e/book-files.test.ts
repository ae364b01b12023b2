import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isObject, objectsOf, textOf } from '#playground/json.ts';
import { CHANNELS } from '#playground/world/cast.ts';
import { ask, controls, type Told, told } from '#test/support/asking.ts';
import { judge } from '#test/support/discord/discord-judge.ts';
import { openPlayer, type PlayerInDiscord } from '#test/support/discord/player-in-discord.ts';

const GENERAL = CHANNELS[1].id;

const TABLE = [
  'instrument,quantity,expiry,settlement,right,strike,long_put,short_put,short_call,long_call,credit,cost,layer,opened_on,note',
  'SPX,10,2014-10-31,PM,,,1800,1850,2050,2100,6.5,,,2014-09-22,first',
  'VIX,4,2014-11-19,,call,22,,,,,,0.85,short,2014-09-22,',
  'VIX,2,2014-12-17,,call,25,,,,,,0.95,medium,2014-09-23,',
].join('\n');

let bot: PlayerInDiscord;

beforeAll(async () => {
  bot = await openPlayer();
  await bot.player.playback.open('2014-09-17', { fresh: false });
  await bot.player.playback.play();
}, 60_000);

afterAll(() => bot.close());

type Who = 'member' | 'steward' | 'owner';

const seatOf = (who: Who) => bot.discord.actAs(bot.discord.people[who].id);

function gives(who: Who, text: string | Uint8Array, more: { personal?: boolean } = {}): Promise<Told> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const values = { file: { name: 'book.csv', bytes }, ...more };
  return ask(bot.discord, seatOf(who), 'book import', { values, channelId: GENERAL, isOverridden: true });
}

async function presses(who: Who, { message }: Told, label: string): Promise<Told> {
  const seat = seatOf(who);
  const { id = '' } = controls(message).find((control) => control.label.startsWith(label)) ?? {};
  return told(bot.discord, seat, () => seat.press({ id: message.id }, id, { isOverridden: true }));
}

async function exported(who: Who, format: 'csv' | 'json', personal?: boolean): Promise<string> {
  const values = { format, ...(personal !== undefined && { personal }) };
  const answer = await ask(bot.discord, seatOf(who), 'book export', { values, channelId: GENERAL });
  const [file] = objectsOf(answer.message, 'attachments');
  return (await fetch(textOf(file, 'url') ?? '')).text();
}

/** How many lots an export holds, and the lots without their ids. */
function lotsIn(json: string): readonly unknown[] {
  const book: unknown = JSON.parse(json);
  return objectsOf(isObject(book) ? book : undefined, 'lots').map((lot) => ({ ...lot, id: undefined }));
}

/** Each test has a book of its own, so that they may be told in any order. */
describe('a book that is brought as a file', () => {
  it('shows what would be added, stores nothing until that is wanted, and nothing twice unless it is', async () => {
    const own = { personal: true };
    const preview = await gives('steward', TABLE, own);
    expect(preview.isPrivate).toBe(true);
    expect(preview.text).toContain('Nothing is stored yet');
    expect(preview.text).toContain('Would be added: 3 lots');
    expect(preview.text).toContain('10 condors 1800/1850/2050/2100');
    expect(preview.text).toContain('Columns that mean nothing here: note');
    expect(lotsIn(await exported('steward', 'json', true))).toEqual([]);

    const done = await presses('steward', preview, 'Add 3 lots');
    expect(done.text).toContain('C1 added: 10 condors');
    expect(done.text).toContain('H2 added: 2 VIX 25 calls');
    expect(objectsOf(done.message, 'attachments')).toEqual([]);

    const again = await gives('steward', TABLE, own);
    expect(again.text).toContain('Nothing would be added.');
    expect(again.text).toContain('In the book already, or waiting for a second steward: 3');
    expect(controls(again.message).map(({ label }) => label)).toEqual([
      'Add all 3, also those held',
      'Share',
    ]);
    expect(lotsIn(await exported('steward', 'json', true))).toHaveLength(3);

    await presses('steward', again, 'Add all 3');
    expect(lotsIn(await exported('steward', 'json', true))).toHaveLength(6);
  });

  it('adds nothing of what was looked at before the book changed', async () => {
    /** Looks at the file twice, and presses that button under both. */
    const pressBoth = async (label: string): Promise<readonly Told[]> => {
      const first = await gives('owner', TABLE, { personal: true });
      const second = await gives('owner', TABLE, { personal: true });
      return [await presses('owner', first, label), await presses('owner', second, label)];
    };
    for (const [label, held] of [
      ['Add 3 lots', 3],
      ['Add all 3', 6],
    ] as const) {
      const [first, second] = await pressBoth(label);
      expect(first?.text).toContain('added: 10 condors');
      expect(second?.text).toContain('Nothing was added');
      expect(lotsIn(await exported('owner', 'json', true))).toHaveLength(held);
    }
  });

  it('waits for a second steward where the server wants one, and is the same after its own export', async () => {
    for (const lot of ['C1', 'H1', 'H2', 'H3']) {
      await ask(bot.discord, seatOf('steward'), 'book remove', {
        values: { lot, as: 'mistake' },
        channelId: GENERAL,
      });
    }
    const values = { key: 'book.approvals', value: '1' };
    await ask(bot.discord, seatOf('owner'), 'thresholds set', { values, channelId: GENERAL });
    const preview = await gives('steward', TABLE);
    expect(preview.text).toContain('A second steward has to approve it.');
    const proposed = await presses('steward', preview, 'Add 3 lots');
    expect(proposed.text).toContain('P1 waits for a second steward');
    expect((await gives('steward', TABLE)).text).toContain('Nothing would be added.');
    expect(lotsIn(await exported('steward', 'json'))).toEqual([]);

    const waiting = await ask(bot.discord, seatOf('owner'), 'book proposals', { channelId: GENERAL });
    await presses('owner', waiting, 'Approve P1');
    expect(lotsIn(await exported('steward', 'json'))).toHaveLength(3);

    for (const format of ['csv', 'json'] as const) {
      const copy = await gives('member', await exported('steward', format), { personal: true });
      expect(copy.text).toContain(format === 'csv' ? 'Would be added: 3 lots' : 'Nothing would be added.');
      if (format === 'csv') {
        await presses('member', copy, 'Add 3 lots');
      }
    }
    expect(lotsIn(await exported('member', 'json', true))).toEqual(lotsIn(await exported('steward', 'json')));
  });

  it('keeps what somebody holds alone to themselves', async () => {
    const answer = await ask(bot.discord, seatOf('member'), 'book export', {
      values: { personal: true },
      channelId: GENERAL,
    });
    expect(answer.isPrivate).toBe(true);
  });

  it('tells every fault by line and column and offers nothing to be added', async () => {
    const bad = TABLE.replace(',25,,', ',=cmd,,')
      .replace('SPX,10', 'SPX,ten')
      .replace('2014-11-19', '2014-11-21');
    const answer = await gives('steward', bad);
    expect(answer.text).toContain('Nothing can be added: 2 faults.');
    expect(answer.text).toContain('Line 2, quantity: ten is not a number.');
    expect(answer.text).toContain('Line 4, strike: =cmd is a formula.');
    expect(controls(answer.message).map(({ label }) => label)).toEqual(['Share']);

    const unlisted = await gives('steward', TABLE.replace('2014-11-19', '2014-11-21'));
    expect(unlisted.text).toContain('Line 3, expiry: No VIX options settle on 2014-11-21.');
    expect(controls(unlisted.message).map(({ label }) => label)).toEqual(['Share']);
  });

  it.each([
    ['an empty file', new Uint8Array(), 'The file is empty.'],
    ['a ZIP', Buffer.from('504b0304140000000800', 'hex'), 'compressed archive'],
    ['UTF-16', Buffer.from(`\ufeff${TABLE}`, 'utf16le'), 'written in UTF-16'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'The file is not text.'],
    ['another table', new TextEncoder().encode('Ticker,Shares\nAAPL,1'), 'It begins with Ticker, Shares.'],
    ['ten megabytes', new Uint8Array(10 * 1024 ** 2), 'larger than 1 MB'],
  ])('says what is wrong with %s', async (_, bytes, sentence) => {
    const answer = await gives('steward', bytes);
    expect(answer.isPrivate).toBe(true);
    expect(answer.text).toContain(sentence);
  });

  it("leaves the server's book to stewards", async () => {
    expect((await gives('member', TABLE)).text).toContain('Only stewards');
  });

  it('says all of it as Discord documents it', () => {
    expect(judge(bot.discord.requests())).toEqual([]);
  });
});
