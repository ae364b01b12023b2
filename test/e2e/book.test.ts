import { describe, expect, it, onTestFinished } from 'vitest';
import type { Seat } from '#playground/seat/seat.ts';
import { ask, controls, type Told, told } from '#test/support/asking.ts';
import { openPlayer, type PlayerInDiscord } from '#test/support/discord/player-in-discord.ts';

type Values = { readonly [name: string]: string | number | boolean };

/** The lots that a playground begins with; what is added after them is `C2` and `H4`. */
const ILLUSTRATED = ['C1', 'H1', 'H2', 'H3'];

/** A server on the evening of 2014-09-16 without any lots, and three people in it. */
type Place = {
  readonly bot: PlayerInDiscord;
  readonly owner: Seat;
  readonly steward: Seat;
  readonly member: Seat;
  readonly say: (seat: Seat, path: string, values?: Values) => Promise<Told>;
  readonly press: (seat: Seat, shown: Told, label: string) => Promise<Told>;
};

async function openPlace(): Promise<Place> {
  const bot = await openPlayer();
  onTestFinished(() => bot.close());
  const { discord, player } = bot;
  await player.playback.open('2014-09-17', { fresh: false });
  const { owner, steward, member } = discord.people;
  const say: Place['say'] = (seat, path, values = {}) =>
    ask(discord, seat, path, { values, isOverridden: true });
  for (const lot of ILLUSTRATED) {
    await say(discord.actAs(owner.id), 'book remove', { lot, as: 'mistake' });
  }
  return {
    bot,
    owner: discord.actAs(owner.id),
    steward: discord.actAs(steward.id),
    member: discord.actAs(member.id),
    say,
    async press(seat, { message }, label) {
      const button = controls(message).find((one) => one.label === label);
      return told(discord, seat, () => seat.press(message, button?.id ?? ''));
    },
  };
}

const CONDOR = { strikes: '1850/1900/2050/2100', expiry: '2014-10-17', quantity: 10, credit: 9.5 };
const CALLS = { instrument: 'VIX', quantity: 4, expiry: '2014-10-22', strike: 16, cost: 1.1 };

describe('/book', () => {
  it('takes lots from stewards, and shows them to everyone a line each', async () => {
    const { member, say, steward } = await openPlace();
    expect((await say(steward, 'book condor', CONDOR)).text).toContain('C2 added: 10 condors 1850/1900');
    await say(steward, 'book hedge', CALLS);
    const { text, isPrivate } = await say(member, 'book show');
    expect(isPrivate).toBe(false);
    expect(text).toContain('C2 10 condors 1850/1900/2050/2100 · 2014-10-17 PM, 31 d · credit 9.50');
    expect(text).toContain('H4 4 VIX 16 calls · 2014-10-22, 36 d · short layer · cost 1.10');
  });

  it('refuses a Friday for VIX calls with the days that would do, to the one who asked alone', async () => {
    const { say, steward } = await openPlace();
    const { text, isPrivate } = await say(steward, 'book hedge', { ...CALLS, expiry: '2014-10-17' });
    expect(text).toBe(
      'No VIX options settle on 2014-10-17. Nearest: 2014-09-17, 2014-10-22. Nothing was written.',
    );
    expect(isPrivate).toBe(true);
    expect((await say(steward, 'book show')).text).toContain('Nothing is in it');
  });

  it('keeps a member’s own book to that member', async () => {
    const { member, owner, say } = await openPlace();
    expect((await say(member, 'book hedge', CALLS)).text).toContain('Only stewards');
    const own = await say(member, 'book hedge', { ...CALLS, personal: true });
    expect([own.isPrivate, own.text.includes('H1 added')]).toEqual([true, true]);
    expect((await say(member, 'book show', { personal: true })).text).toContain('4 VIX 16 calls');
    expect((await say(owner, 'book show')).text).toContain('Nothing is in it');
    expect((await say(owner, 'book show', { personal: true })).text).toContain('Nothing is in it');
  });

  it('shows a private answer to the channel when its reader shares it, and gives nobody its buttons', async () => {
    const { member, press, say } = await openPlace();
    const own = await say(member, 'book hedge', { ...CALLS, personal: true });
    const shared = await press(member, own, 'Share');
    expect(shared.isPrivate).toBe(false);
    expect(shared.text).toContain('H1 added');
    expect(shared.text).toContain('shared by');
    expect(controls(shared.message)).toEqual([]);
    const exported = await say(member, 'book export', { personal: true });
    const given = await press(member, exported, 'Share');
    expect(given.message['attachments']).toMatchObject([{ filename: expect.stringContaining('book') }]);
  });

  it('asks a second steward where the server wants one, and nobody to approve their own', async () => {
    const { owner, press, say, steward } = await openPlace();
    await say(owner, 'thresholds set', { key: 'book.approvals', value: '1' });
    const proposed = await say(steward, 'book condor', CONDOR);
    expect(proposed.text).toContain('P1 waits for a second steward');
    expect((await press(steward, proposed, 'Approve P1')).text).toContain('P1 is your own');
    expect((await say(owner, 'book show')).text).toContain('1 change waits for a second steward');
    const listed = await say(owner, 'book proposals');
    expect((await press(owner, listed, 'Approve P1')).text).toContain('P1 approved by');
    expect((await say(owner, 'book show')).text).toContain('10 condors');
    expect((await press(steward, proposed, 'Decline P1')).text).toContain('was approved by');
  });

  it('tells the later of two stewards what the other one changed', async () => {
    const { owner, say, steward } = await openPlace();
    await say(steward, 'book hedge', CALLS);
    const { choices = [] } = await owner.autocomplete('book edit', { lot: 'H4' }, 'lot');
    const lot = String(choices[0]?.['value']);
    expect(lot).toBe('H4@6');
    await say(steward, 'book edit', { lot, quantity: 6 });
    const late = await say(owner, 'book edit', { lot, quantity: 8 });
    expect(late.text).toContain(
      'H4 is not what you looked at any more. Meanwhile: - H4 changed: quantity 4 → 6',
    );
    await say(owner, 'book remove', { lot: 'H4', price: 1.4, quantity: 2 });
    const { text } = await say(owner, 'book history');
    expect(text).toContain('H5, split from H4, closed on 2014-09-16 at 1.40: 2 VIX 16 calls');
    expect((await say(owner, 'book show')).text).toContain('H4 4 VIX 16 calls');
  });

  it('shows what was marked by hand', async () => {
    const { member, say, steward } = await openPlace();
    const mark = { of: 'VX', expiry: '2014-10-22', price: 14.85 };
    expect((await say(steward, 'market set', mark)).text).toContain('VIX future 2014-10-22 14.85 0 min old');
    expect((await say(member, 'market set', mark)).text).toContain('Only stewards');
    expect((await say(member, 'market marks')).text).toContain('14.85');
  });
});
