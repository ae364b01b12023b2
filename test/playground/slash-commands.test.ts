import { MessageFlags } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { judge } from '#test/support/discord/discord-judge.ts';
import { botThat } from './answering-bot.ts';
import { request } from './logged-in.ts';

describe('a slash command', () => {
  it('brings the bot its options, the member and what both may do', async () => {
    const bot = await botThat(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const { options, memberPermissions, appPermissions, guild, channel, locale } = interaction;
        await interaction.reply(
          [
            options.getSubcommand(),
            options.getString('id'),
            options.getInteger('days'),
            options.getRole('role')?.name,
            memberPermissions?.has('ManageGuild'),
            appPermissions.has('AttachFiles'),
            guild?.name,
            channel?.isTextBased(),
            locale,
          ].join(' '),
        );
      }
    });
    const stewardRole = bot.discord.people.steward.roles[0] ?? '';
    const seen = await bot.member.command('signal why', { id: 'a', days: 3, role: stewardRole });

    expect(seen).toMatchObject({ outcome: 'message', isDeferred: false, isEphemeral: false });
    expect(seen.message?.['content']).toBe('why a 3 Steward false true Local Discord true en-US');
    expect(seen.message?.['interaction']).toMatchObject({
      name: 'signal why',
      user: { id: bot.member.person.id },
    });
    expect(judge(bot.discord.requests())).toEqual([]);
  });

  it('can be deferred for one person alone, filled in later, followed up and taken back', async () => {
    const bot = await botThat(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.deferReply({ flags: MessageFlags.Ephemeral });
        await interaction.editReply({
          content: 'later',
          files: [{ attachment: Buffer.from('a,b'), name: 'a.csv' }],
        });
        const more = await interaction.followUp({ content: 'more', withResponse: true });
        await more.edit('more and more');
        await interaction.deleteReply();
      }
    });
    const seen = await bot.member.command('signal why', { id: 'a' });
    expect(seen).toMatchObject({ outcome: 'message', isDeferred: true, isEphemeral: true });
    expect(seen.message).toMatchObject({
      content: 'later',
      ephemeralFor: bot.member.person.id,
      edited_timestamp: null,
    });

    await bot.discord.waitForMessage(({ content }) => content === 'more and more');
    await expect.poll(() => bot.discord.findMessage(seen.message?.id ?? '')).toBeUndefined();
    expect(bot.failures).toEqual([]);
    expect(judge(bot.discord.requests())).toEqual([]);
  });

  it('shows what only one person sees to that person alone', async () => {
    const bot = await botThat(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({ content: 'secret', flags: MessageFlags.Ephemeral });
      }
    });
    await bot.member.command('signal why', { id: 'a' });
    const { steward } = bot.discord.people;

    expect(bot.member.messages()).toMatchObject([{ content: 'secret' }]);
    expect(bot.discord.actAs(steward.id).messages()).toEqual([]);
  });

  it('keeps what only one person sees out of what the channel holds for all', async () => {
    const bot = await botThat(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({ content: 'secret', flags: MessageFlags.Ephemeral });
      }
    });
    const { message } = await bot.member.command('signal why', { id: 'a' });
    const path = `/channels/${bot.address.channelId}/messages`;

    expect((await request(bot, 'GET', path)).answer).toEqual([]);
    expect(await request(bot, 'GET', `${path}/${message?.id}`)).toMatchObject({ answer: { code: 10_008 } });
  });

  it('is answered by the first follow-up where it was only deferred', async () => {
    const bot = await botThat(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.deferReply();
        await interaction.followUp('the answer');
      }
    });
    const seen = await bot.member.command('signal why', { id: 'a' });
    expect(seen).toMatchObject({ isDeferred: true, message: { content: 'the answer' } });
    expect(bot.member.messages()).toHaveLength(1);
  });

  it('offers choices while an option is typed', async () => {
    const bot = await botThat(async (interaction) => {
      if (interaction.isAutocomplete()) {
        const typed = interaction.options.getFocused();
        await interaction.respond([{ name: `Alert ${typed}`, value: typed }]);
      }
    });
    expect(await bot.member.autocomplete('signal why', { id: '20' }, 'id')).toMatchObject({
      outcome: 'choices',
      choices: [{ name: 'Alert 20', value: '20' }],
    });
    expect(judge(bot.discord.requests())).toEqual([]);
  });

  it.each([
    [{}, 'required'],
    [{ id: 'a', days: 10 }, 'between 1 and 9'],
    [{ id: 'a', days: 1.5 }, 'wrong kind'],
    [{ id: 'a', role: 7 }, 'wrong kind'],
    [{ id: 'a', nonsense: 1 }, 'no sub-command or option'],
  ])('is not sent with options that Discord would not let through: %j', async (values, reason) => {
    const bot = await botThat(() => Promise.resolve());
    const seen = await bot.member.command('signal why', values);
    expect(seen.outcome).toBe('refused');
    expect(seen.reason).toContain(reason);
  });

  it('is kept from those without the permission it asks for, unless administrators allow it', async () => {
    const bot = await botThat(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply(String(interaction.memberPermissions?.has('ManageGuild')));
      }
    });
    const owner = bot.discord.actAs(bot.discord.people.owner.id);

    expect(await bot.member.command('set')).toMatchObject({
      outcome: 'refused',
      reason: 'This command needs the permission Manage Guild.',
    });
    expect((await owner.command('set')).message?.['content']).toBe('true');
    expect((await bot.member.command('set', {}, { isOverridden: true })).message?.['content']).toBe('false');
    expect((await owner.command('set', {}, { isDirect: true })).outcome).toBe('refused');
  });

  it('reaches the bot from a direct channel, where there is no server and no member', async () => {
    const bot = await botThat(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply(`${interaction.inGuild()} ${interaction.user.id} ${interaction.context}`);
      }
    });
    const seen = await bot.member.command('signal why', { id: 'a' }, { isDirect: true });
    expect(seen.message?.['content']).toBe(`false ${bot.member.person.id} 1`);
    expect(bot.failures).toEqual([]);
    expect(judge(bot.discord.requests())).toEqual([]);
  });
});
