import { describe, expect, it, vi } from 'vitest';
import { InvalidSetting } from '#domain/problem.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import type { Services } from '#services/index.ts';
import { requestsTo, startDiscord } from '#test/playground/logged-in.ts';
import { judge } from './discord-judge.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { KEPT, someServices } from './fake-services.ts';
import { aBot, connect } from './local-discord.ts';

const COMMANDS = 'PUT /applications/{application_id}/guilds/{guild_id}/commands';
const TIMEOUT = { timeout: 5_000, interval: 10 };
const CALLBACK = 'POST /interactions/{interaction_id}/{interaction_token}/callback';

describe('the bot on a local Discord', () => {
  it('answers every command, and all that it says is as Discord documents it', async () => {
    const { discord } = await connect(someServices());
    const owner = discord.actAs(discord.people.owner.id);
    const asked = [
      await owner.command('signal now'),
      await owner.command('signal why', { id: '2014-09-23.official' }),
      await owner.command('exposure show'),
      await owner.command('checklist show'),
      await owner.command('release next'),
      await owner.command('release last'),
      await owner.command('thresholds view', { group: 'Evidence' }),
      await owner.command('thresholds set', { key: 'step.up', value: '0.08' }),
      await owner.command('steward setup', { channel: '1290000000000000031' }),
      await owner.command('steward status'),
      await owner.command('steward help'),
    ];

    expect(asked.map(({ outcome, reason }) => reason ?? outcome)).toEqual(asked.map(() => 'message'));
    expect(judge(discord.requests())).toEqual([]);
  });

  it('registers its commands once, and not again while they are the same', async () => {
    const started = await startDiscord();
    const first = await connect(someServices(), started);
    await first.bot.stop();
    await connect(someServices(), started);

    expect(requestsTo(started.discord, COMMANDS)).toHaveLength(1);
  });

  it('acknowledges before it looks anything up', async () => {
    const forever = Promise.withResolvers<typeof KEPT>();
    const { discord } = await connect(someServices({ settings: () => forever.promise }));
    const seen = await discord
      .actAs(discord.people.member.id)
      .command('signal now', {}, { until: 'acknowledged' });

    expect(seen.outcome).toBe('acknowledged');
    forever.resolve(KEPT);
  });

  it('lets stewards tick, by a list that a bot before a restart has shown', async () => {
    const tick = vi.fn<Services['tick']>(someServices().tick);
    const settings = { ...KEPT, settings: someSettings({ 'steward.role': '1290000000000000011' }) };
    const services = someServices({ tick, settings: async () => settings });
    const started = await startDiscord();
    const before = await connect(services, started);
    const steward = started.discord.actAs(started.discord.people.steward.id);
    const { message } = await steward.command('checklist show');
    await before.bot.stop();
    await connect(services, started);

    const list = idOfSelect(message);
    const seen = await steward.select({ id: message?.id ?? '' }, list, []);

    expect(seen).toMatchObject({ isEphemeral: true, message: { id: message?.id } });
    expect(tick).toHaveBeenCalledWith(started.address.serverId, '2014-09-23.official', {
      item: 'vix-gate',
      ticked: false,
      by: started.discord.people.steward.id,
      at: services.now(),
    });
  });

  it('shows a member who may not tick no list to choose from', async () => {
    const { discord } = await connect(someServices());
    const member = discord.actAs(discord.people.member.id);
    const { message } = await member.command('checklist show');
    expect(idOfSelect(message)).toBe('');
    expect(JSON.stringify(message)).toContain('Stewards tick');
  });

  it('opens a form with the present value, changes what was typed, and explains what it does not take', async () => {
    const changeThreshold = vi
      .fn<Services['changeThreshold']>()
      .mockRejectedValueOnce(new InvalidSetting('step.up', 'a ratio from 0.01 to 0.25'))
      .mockImplementation(someServices().changeThreshold);
    const { discord, address } = await connect(someServices({ changeThreshold }));
    const owner = discord.actAs(discord.people.owner.id);
    const { message } = await owner.command('thresholds view', { group: 'Steps' });
    const open = async (): Promise<ApiObject> =>
      (await owner.select({ id: message?.id ?? '' }, 'v1:thresholds.change:', ['step.up'])).modal ?? {};
    const modal = await open();
    const refused = await owner.submitModal(modal, { value: '7' });
    const accepted = await owner.submitModal(await open(), { value: '0.08' });

    expect(JSON.stringify(modal)).toContain('"0.10"');
    expect(JSON.stringify(refused.message)).toContain('a ratio from 0.01 to 0.25');
    expect(JSON.stringify(accepted.message)).toContain('0.10 → 0.08');
    expect(changeThreshold).toHaveBeenLastCalledWith(address.serverId, {
      by: discord.people.owner.id,
      key: 'step.up',
      text: '0.08',
    });
    expect(judge(discord.requests())).toEqual([]);
  });

  it('keeps a command for Manage Server from others, although an admin let them see it', async () => {
    const { discord } = await connect(someServices());
    const seen = await discord
      .actAs(discord.people.member.id)
      .command('thresholds set', { key: 'step.up', value: '0.2' }, { isOverridden: true });

    expect(seen.isEphemeral).toBe(true);
    expect(JSON.stringify(seen.message)).toContain('Manage Server');
  });

  it('shows the book to the person who asks alone, where the server wants it so', async () => {
    const settings = { ...KEPT, settings: someSettings({ 'exposure.visibility': 'ephemeral' }) };
    const { discord, address } = await connect(someServices({ settings: async () => settings }));
    const owner = discord.actAs(discord.people.owner.id);
    const shown = discord.waitForMessage(({ ephemeralFor }) => ephemeralFor === owner.person.id);
    await owner.command('exposure show');

    expect(JSON.stringify(await shown)).toContain('Hedge: vega ratio H');
    expect(discord.actAs(discord.people.member.id).messages(address.channelId)).toEqual([]);
  });

  it('offers what fits what is typed', async () => {
    const { discord } = await connect(someServices());
    const owner = discord.actAs(discord.people.owner.id);
    const { choices } = await owner.autocomplete('thresholds set', { key: 'ste', value: '' }, 'key');

    expect(choices).toEqual([{ name: 'step.up = 0.10', value: 'step.up' }]);
  });

  it('fills its own answer when the first acknowledgement arrived and its confirmation was lost', async () => {
    const { discord } = await connect(someServices());
    discord.faults.add({ route: CALLBACK, fault: { kind: 'lose-answer' } });
    const seen = await discord.actAs(discord.people.owner.id).command('steward help');

    expect(JSON.stringify(seen.message)).toContain('Vega Steward');
  });

  it('goes on after the gateway has dropped it', async () => {
    const { discord, log } = await connect(someServices());
    discord.faults.dropGateway();
    await vi.waitFor(
      () => expect(log.info).toHaveBeenCalledWith('gateway resumed', expect.anything()),
      TIMEOUT,
    );
    const seen = await discord.actAs(discord.people.owner.id).command('steward help');

    expect(seen.outcome).toBe('message');
  });

  it('says that it is over when Discord does not take its token any more', async () => {
    const started = await startDiscord();
    const stranger = { ...started, address: { ...started.address, token: `${started.address.token}x` } };
    const { bot } = aBot(stranger);

    await expect(bot.start(someServices())).rejects.toThrow('invalid token');
  });
});

/** The custom id of the first select on a message; empty where it has none. */
function idOfSelect(message: unknown): string {
  return /"custom_id":"(v1:checklist\.choose:[^"]*)"/.exec(JSON.stringify(message))?.[1] ?? '';
}
