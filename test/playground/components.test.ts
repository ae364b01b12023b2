import { ButtonStyle, ComponentType, MessageFlags, TextInputStyle } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { judge } from '#test/support/discord/discord-judge.ts';
import { botThat } from './answering-bot.ts';
import type { Bot } from './logged-in.ts';

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

  it('cannot be used by someone who does not see them', async () => {
    const bot = await botThat(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const row = { type: 1, components: [{ type: 2, style: 1, custom_id: 'mine', label: 'Mine' }] };
        await interaction.reply({ content: 'for you', components: [row], flags: MessageFlags.Ephemeral });
      }
    });
    const { message = { id: '' } } = await bot.member.command('signal why', { id: 'a' });
    const steward = bot.discord.actAs(bot.discord.people.steward.id);
    expect((await steward.press(message, 'mine')).reason).toBe('This message is no longer there.');
  });

  it('open a form whose values come back with the message it was opened from', async () => {
    const bot = await botThat(async (interaction) => {
      if (interaction.isButton()) {
        await interaction.showModal({
          title: 'Threshold',
          custom_id: 'form',
          components: [
            {
              type: ComponentType.Label,
              label: 'Value',
              component: {
                type: ComponentType.TextInput,
                custom_id: 'value',
                style: TextInputStyle.Short,
                max_length: 5,
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
