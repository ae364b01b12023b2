import { describe, expect, it, onTestFinished } from 'vitest';
import { CHANNELS, SERVER, STEWARD_ROLE } from '#playground/world/cast.ts';
import type { Seat } from '#playground/seat/seat.ts';
import type { ServerSettings } from '#domain/settings/settings.ts';
import { ask, controls, type Told, told } from '#test/support/asking.ts';
import { openPlayer, type PlayerInDiscord } from '#test/support/discord/player-in-discord.ts';

const DESK = CHANNELS[2].id;

/** A server in which nothing has been played yet, and a person in it. */
type Place = {
  readonly bot: PlayerInDiscord;
  readonly owner: Seat;
  readonly member: Seat;
  readonly settings: () => Promise<ServerSettings>;
  readonly set: (key: string, value: string) => Promise<Told>;
};

async function openPlace(): Promise<Place> {
  const bot = await openPlayer();
  onTestFinished(() => bot.close());
  const { discord, player } = bot;
  const { steward } = await player.playback.open('2014-09-17', { fresh: false });
  const owner = discord.actAs(discord.people.owner.id);
  return {
    bot,
    owner,
    member: discord.actAs(discord.people.member.id),
    settings: () => steward.services.settings(SERVER.id),
    set: (key, value) => ask(discord, owner, 'thresholds set', { values: { key, value } }),
  };
}

describe('/thresholds set', () => {
  it('changes one number, and shows everybody who did it and from what', async () => {
    const { bot, member, owner, set, settings } = await openPlace();
    const { version } = await settings();
    const { text, isPrivate } = await set('rsi.rutMax', '33');
    expect(isPrivate).toBe(true);
    expect(text).toContain('rsi.rutMax changed: 35');
    expect(text).toContain('→ 33');
    expect(text).toContain(`Settings version ${version + 1}. It counts from the next evaluation on.`);
    const record = await ask(bot.discord, member, 'thresholds view', { values: { group: 'Evidence' } });
    expect(record.text).toContain(`rsi.rutMax 35 → 33, <@${owner.person.id}>`);
    expect((await settings()).changes.at(-1)).toMatchObject({
      key: 'rsi.rutMax',
      from: 35,
      to: 33,
      by: owner.person.id,
    });
  });

  it.each([
    [
      'ratio.hardCap',
      '9',
      'ratio.hardCap was not changed: it takes a number between 0.21 and 1.50, with at most 2 decimals.',
    ],
    [
      'ratio.hardCap',
      'plenty',
      'ratio.hardCap was not changed: it takes a number between 0.21 and 1.50, with at most 2 decimals.',
    ],
    [
      'ratio.hardCap',
      '0.5',
      'ratio.hardCap was not changed: it takes a value not below ratio.confirmed, which is 0.85.',
    ],
    [
      'ratio.base',
      '0.99',
      'ratio.base was not changed: it takes a value below ratio.confirmed, which is 0.85.',
    ],
    ['ratio.hardcap', '1', 'There is no threshold ratio.hardcap. Did you mean ratio.hardCap?'],
    ['moon.phase', '1', 'There is no threshold moon.phase. /thresholds view lists them.'],
  ])('answers %s = %s with what it takes, and changes nothing', async (key, value, sentence) => {
    const { set, settings } = await openPlace();
    const before = await settings();
    expect(await set(key, value)).toMatchObject({ text: sentence, isPrivate: true });
    expect(await settings()).toEqual(before);
  });

  it('is for those who manage the server, and says so', async () => {
    const { bot, member, settings } = await openPlace();
    const before = await settings();
    const values = { key: 'step.up', value: '0.2' };
    const answer = await ask(bot.discord, member, 'thresholds set', { values, isOverridden: true });
    expect(answer).toMatchObject({
      text: 'Only members with the permission Manage Server may do that.',
      isPrivate: true,
    });
    expect(await settings()).toEqual(before);
  });

  it('keeps both of two changes that were made at once', async () => {
    const { set, settings } = await openPlace();
    const { version } = await settings();
    await Promise.all([set('step.up', '0.12'), set('rsi.rutMax', '32')]);
    expect(await settings()).toMatchObject({
      version: version + 2,
      settings: { 'step.up': 0.12, 'rsi.rutMax': 32 },
    });
  });

  it('offers the keys that contain what was typed, with their values', async () => {
    const { owner } = await openPlace();
    const { choices } = await owner.autocomplete('thresholds set', { key: 'hard', value: '' }, 'key');
    expect(choices).toEqual([{ name: 'ratio.hardCap = 0.95', value: 'ratio.hardCap' }]);
  });
});

describe('/thresholds view', () => {
  it('offers a form to those who may change, filled in with what is', async () => {
    const { bot, owner, settings } = await openPlace();
    const view = await ask(bot.discord, owner, 'thresholds view', { values: { group: 'Ratio' } });
    const change = controls(view.message).find(({ id }) => id.includes('thresholds.change'));
    const save = async (value: string): Promise<Told> => {
      const { modal } = await owner.select(view.message, change?.id ?? '', ['ratio.hardCap']);
      expect(JSON.stringify(modal)).toContain('"value":"0.95"');
      return told(bot.discord, owner, () => owner.submitModal(modal ?? {}, { value }));
    };
    expect((await save('7')).text).toContain('ratio.hardCap was not changed: it takes a number between 0.21');
    expect((await settings()).settings['ratio.hardCap']).toBe(0.95);
    expect((await save('1.00')).text).toContain('ratio.hardCap changed: 0.95 → 1.00');
    expect((await settings()).settings['ratio.hardCap']).toBe(1);
  });

  it('offers other groups to everyone and changes to nobody else', async () => {
    const { bot, member } = await openPlace();
    const view = await ask(bot.discord, member, 'thresholds view');
    expect(view.text).toContain('Thresholds: Ratio');
    const ids = controls(view.message).map(({ id }) => id);
    expect(ids.filter((id) => id.includes('change'))).toEqual([]);
    const group = ids.find((id) => id.includes('thresholds.group')) ?? '';
    const { message } = await told(bot.discord, member, () =>
      member.select(view.message, group, ['Volatility']),
    );
    expect(JSON.stringify(message['components'])).toContain('Thresholds: Volatility');
  });

  it('names the groups to somebody who asks for one that is not there', async () => {
    const { bot, member } = await openPlace();
    const { text } = await ask(bot.discord, member, 'thresholds view', { values: { group: 'Moon' } });
    expect(text).toMatch(/Ratio, Steps, Print, Evidence, Volatility/);
  });
});

describe('/steward setup', () => {
  it('says where alerts go from now on, and what the server holds', async () => {
    const { bot, owner, settings } = await openPlace();
    const values = { channel: DESK, stewards: STEWARD_ROLE.id, condors: 20, hedge: '8,8,4' };
    const { text, isPrivate } = await ask(bot.discord, owner, 'steward setup', { values });
    expect(isPrivate).toBe(true);
    expect(text).toContain('Every permission is there: the next alert will arrive.');
    expect(text).toContain('Counts: 20 condors, 8/8/4 calls.');
    expect((await settings()).settings).toMatchObject({
      'alerts.channel': DESK,
      'book.condors': 20,
      'book.hedge': [8, 8, 4],
    });
    bot.player.playback.play().catch(() => undefined);
    await bot.discord.waitForMessage(({ channel_id }) => channel_id === DESK);
    expect(bot.messages().filter(({ ephemeralFor }) => ephemeralFor === undefined)).toEqual([]);
  });

  it('changes nothing at all when one of its values cannot be taken', async () => {
    const { bot, owner, settings } = await openPlace();
    const before = await settings();
    const values = { channel: DESK, condors: 20, hedge: 'eight' };
    const { text } = await ask(bot.discord, owner, 'steward setup', { values });
    expect(text).toMatch(/^book\.hedge was not changed: it takes /);
    expect(await settings()).toEqual(before);
  });

  it('names what the bot lacks in the channel, before an alert is lost there', async () => {
    const { bot, owner } = await openPlace();
    bot.discord.denyBot(DESK, 'SendMessages', 'AttachFiles');
    const { text } = await ask(bot.discord, owner, 'steward setup', { values: { channel: DESK } });
    expect(text).toContain('Send Messages');
    expect(text).toContain('Attach Files');
    expect(text).not.toContain('Every permission is there');
  });

  it('is for those who manage the server', async () => {
    const { bot, member, settings } = await openPlace();
    const before = await settings();
    const asked = { values: { channel: DESK }, isOverridden: true };
    const { text } = await ask(bot.discord, member, 'steward setup', asked);
    expect(text).toBe('Only members with the permission Manage Server may do that.');
    expect(await settings()).toEqual(before);
  });
});
