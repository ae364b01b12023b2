import {
  ApplicationCommandOptionType,
  ButtonStyle,
  ComponentType,
  type Interaction,
  MessageFlags,
  PermissionFlagsBits,
  TextInputStyle,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { judge } from '../support/discord-judge.ts';
import { createHandTimers } from './hand-timers.ts';
import { type Bot, requestsTo, startBot, startDiscord } from './logged-in.ts';

const CALLBACK = 'POST /interactions/{interaction_id}/{interaction_token}/callback';

const COMMANDS = [
  {
    name: 'signal',
    description: 'What the method says',
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'why',
        description: 'Why it said so',
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: 'id',
            description: 'Of the alert',
            required: true,
            autocomplete: true,
          },
          {
            type: ApplicationCommandOptionType.Integer,
            name: 'days',
            description: 'Sessions',
            minValue: 1,
            maxValue: 9,
          },
          { type: ApplicationCommandOptionType.Role, name: 'role', description: 'Whom to tell' },
        ],
      },
    ],
  },
  {
    name: 'set',
    description: 'Changes a setting',
    defaultMemberPermissions: PermissionFlagsBits.ManageGuild,
    contexts: [0],
  },
] as const;

/** A bot with the commands above that answers interactions so; what it throws is kept. */
async function botThat(answer: (interaction: Interaction) => Promise<unknown>, bot?: Bot) {
  const started = bot ?? (await startBot());
  const failures: unknown[] = [];
  started.client.on('interactionCreate', (interaction) => {
    answer(interaction).catch((error: unknown) => failures.push(error));
  });
  await started.client.application.commands.set([...COMMANDS]);
  return { ...started, failures, member: started.discord.actAs(started.discord.people.member.id) };
}

async function buttons(bot: Bot) {
  const channel = await bot.client.channels.fetch(bot.address.channelId);
  if (!channel?.isSendable()) {
    throw new Error('no channel');
  }
  return channel.send({
    content: 'Checklist',
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          { type: ComponentType.Button, customId: 'tick', label: 'Tick', style: ButtonStyle.Primary },
        ],
      },
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.StringSelect,
            customId: 'pick',
            options: [
              { label: 'One', value: '1' },
              { label: 'Two', value: '2' },
            ],
          },
        ],
      },
    ],
  });
}

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

  it('works in a direct channel, where there is no server and no member', async () => {
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

  it('did not respond after three seconds, and then takes no answer any more', async () => {
    const timers = createHandTimers();
    const gate = Promise.withResolvers<void>();
    const bot = await botThat(
      async (interaction) => {
        if (interaction.isChatInputCommand()) {
          await gate.promise;
          await interaction.reply('too late');
        }
      },
      await startBot({ timers }),
    );
    const seeing = bot.member.command('signal why', { id: 'a' });
    timers.pass(2999);
    timers.pass(1);

    expect(await seeing).toMatchObject({ outcome: 'failed', reason: 'The application did not respond' });
    gate.resolve();
    await expect.poll(() => bot.failures).toMatchObject([{ status: 404, code: 10_062 }]);
    expect(bot.member.messages()).toEqual([]);
  });

  it('fails at once when no bot is there', async () => {
    const bot = await botThat(() => Promise.resolve());
    await bot.client.destroy();
    await expect.poll(() => bot.discord.isBotOnline()).toBe(false);
    expect(await bot.member.command('signal why', { id: 'a' })).toMatchObject({
      outcome: 'failed',
      reason: 'The application did not respond: no bot is connected',
    });
  });

  it('takes one first answer: a second one is told that the interaction has been acknowledged', async () => {
    const bot = await botThat(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await Promise.all([interaction.reply('one'), interaction.reply('two')]);
      }
    });
    await bot.member.command('signal why', { id: 'a' });
    await expect.poll(() => bot.failures).toMatchObject([{ status: 400, code: 40_060 }]);
    expect(bot.member.messages()).toHaveLength(1);
  });

  it('is answered although the answer to the callback was lost; the client only hears 40060', async () => {
    const bot = await botThat(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply('there');
      }
    });
    bot.discord.faults.add({ route: CALLBACK, fault: { kind: 'lose-answer' } });
    expect((await bot.member.command('signal why', { id: 'a' })).message?.['content']).toBe('there');
    await expect.poll(() => bot.failures).toMatchObject([{ code: 40_060 }]);
    expect(requestsTo(bot.discord, CALLBACK).map(({ status }) => status)).toEqual([502, 400]);
  });

  it('can be answered for fifteen minutes and no longer', async () => {
    const clock = { at: Date.UTC(2026, 0, 5) };
    const gate = Promise.withResolvers<void>();
    const bot = await botThat(
      async (interaction) => {
        if (interaction.isChatInputCommand()) {
          await interaction.deferReply();
          await gate.promise;
          await interaction.editReply('late');
        }
      },
      await startBot({ now: () => clock.at }),
    );
    await bot.member.command('signal why', { id: 'a' }, { until: 'acknowledged' });
    clock.at += 15 * 60_000 + 1;
    gate.resolve();
    await expect.poll(() => bot.failures).toMatchObject([{ status: 401, code: 50_027 }]);
  });

  it('cannot be followed up before its first answer', async () => {
    const bot = await botThat(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.webhook.send('too early');
      }
    });
    const seeing = bot.member.command('signal why', { id: 'a' }, { until: 'acknowledged' });
    await expect.poll(() => bot.failures).toMatchObject([{ status: 404, code: 10_015 }]);
    await bot.discord.stop();
    await expect(Promise.race([seeing, Promise.resolve('nothing seen')])).resolves.toBe('nothing seen');
  });
});

describe('buttons, lists and forms', () => {
  it('let the bot change the message that they are in', async () => {
    const bot = await botThat(async (interaction) => {
      if (interaction.isButton()) {
        await interaction.update(`ticked by ${interaction.user.displayName}`);
      } else if (interaction.isStringSelectMenu()) {
        await interaction.deferUpdate();
        await interaction.editReply(`picked ${interaction.values.join()}`);
      }
    });
    const message = await buttons(bot);
    const pressed = await bot.member.press(message, 'tick');
    expect(pressed.message).toMatchObject({ id: message.id, content: 'ticked by Mara' });

    const selected = await bot.member.select(message, 'pick', ['2']);
    expect(selected).toMatchObject({ isDeferred: true, message: { id: message.id, content: 'picked 2' } });
    expect(bot.failures).toEqual([]);
    expect(judge(bot.discord.requests())).toEqual([]);
  });

  it('cannot be used when they are not there, switched off, or not so', async () => {
    const bot = await botThat(() => Promise.resolve());
    const message = await buttons(bot);
    const row = {
      type: 1,
      components: [{ type: 2, style: 1, custom_id: 'tick', label: 'Tick', disabled: true }],
    };

    expect((await bot.member.press(message, 'other')).reason).toBe(
      'This message has no such button or list any more.',
    );
    expect((await bot.member.select(message, 'pick', ['3'])).reason).toBe(
      'The list has no such choice any more.',
    );
    expect((await bot.member.select(message, 'pick', ['1', '2'])).reason).toBe('Choose between 1 and 1.');
    await message.edit({ components: [row] });
    expect((await bot.member.press(message, 'tick')).reason).toBe('This button or list is switched off.');
    await message.delete();
    expect((await bot.member.press(message, 'tick')).reason).toBe('This message is no longer there.');
  });

  it('open a form whose values come back with the message it was opened from', async () => {
    const bot = await botThat(async (interaction) => {
      if (interaction.isButton()) {
        await interaction.showModal({
          title: 'Threshold',
          customId: 'form',
          components: [
            {
              type: ComponentType.Label,
              label: 'Value',
              component: {
                type: ComponentType.TextInput,
                customId: 'value',
                style: TextInputStyle.Short,
                maxLength: 5,
              },
            },
          ],
        });
      } else if (interaction.isModalSubmit() && interaction.isFromMessage()) {
        await interaction.update(`set to ${interaction.fields.getTextInputValue('value')}`);
      }
    });
    const message = await buttons(bot);
    const { modal = {}, outcome } = await bot.member.press(message, 'tick');
    expect(outcome).toBe('modal');

    expect((await bot.member.submitModal(modal, { value: '0.123456' })).reason).toBe(
      'The field "value" takes 0 to 5 characters.',
    );
    const sent = await bot.member.submitModal(modal, { value: '0.25' });
    expect(sent.message).toMatchObject({ id: message.id, content: 'set to 0.25' });
    expect((await bot.member.submitModal(modal, { value: '1' })).reason).toBe('This form is no longer open.');
    expect(bot.failures).toEqual([]);
    expect(judge(bot.discord.requests())).toEqual([]);
  });
});

describe('commands of a bot', () => {
  it('keep their ids when they are set again, in the server and everywhere', async () => {
    const bot = await startBot();
    const { commands } = bot.client.application;
    const first = await commands.set([...COMMANDS]);
    const again = await commands.set([...COMMANDS].toReversed());
    expect([...again.keys()].toSorted()).toEqual([...first.keys()].toSorted());

    const ofServer = await commands.set([...COMMANDS], bot.address.serverId);
    expect([...ofServer.keys()].some((id) => first.has(id))).toBe(false);
    expect((await commands.fetch()).size).toBe(2);
    const one = await commands.create({ name: 'more', description: 'One more' });
    await one.edit({ description: 'Another' });
    expect((await commands.fetch(one.id)).description).toBe('Another');
    await one.delete();
    expect((await commands.fetch()).size).toBe(2);
    expect(judge(bot.discord.requests())).toEqual([]);
  });

  it('need a bot that is known: another application has none here', async () => {
    const { address } = await startDiscord();
    const response = await fetch(`${address.api}/v10/applications/1290000000000000999/commands`, {
      headers: { authorization: `Bot ${address.token}` },
    });
    expect(await response.json()).toEqual({ code: 10_002, message: 'Unknown Application' });
  });
});
