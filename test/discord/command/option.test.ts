import { ApplicationCommandOptionType, ChannelType } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Command } from '#discord/command/command.ts';
import { attachmentOption, definitionOf, option } from '#discord/command/option.ts';
import { judge } from '#test/support/discord/discord-judge.ts';
import { aGroup, reply } from '#test/support/discord/fake-interaction.ts';
import { someServices } from '#test/support/discord/fake-services.ts';
import { connect } from '#test/support/discord/local-discord.ts';

describe('definitionOf', () => {
  const described = { description: 'What it is' };

  it('tells Discord the limits of a number that the schema holds it to', () => {
    const options = z.object({
      days: option(z.int().min(5).max(250), described),
      price: option(z.number().min(-0.5), described),
      count: option(z.int(), described),
    });
    expect(definitionOf(options)).toEqual([
      {
        name: 'days',
        type: ApplicationCommandOptionType.Integer,
        required: true,
        min_value: 5,
        max_value: 250,
        ...described,
      },
      {
        name: 'price',
        type: ApplicationCommandOptionType.Number,
        required: true,
        min_value: -0.5,
        ...described,
      },
      { name: 'count', type: ApplicationCommandOptionType.Integer, required: true, ...described },
    ]);
    expect(options.safeParse({ days: 251, price: 0, count: 1 }).success).toBe(false);
  });

  it('tells Discord the lengths of a text, and that values are offered', () => {
    const options = z.object({
      id: option(z.string().min(1).max(40), { ...described, autocomplete: true }),
      month: option(z.string().length(7), described),
    });
    expect(definitionOf(options)).toMatchObject([
      { type: ApplicationCommandOptionType.String, min_length: 1, max_length: 40, autocomplete: true },
      { type: ApplicationCommandOptionType.String, min_length: 7, max_length: 7 },
    ]);
  });

  it('offers each value of an enum under its label, or under itself', () => {
    const options = z.object({
      format: option(z.enum(['csv', 'json']), { ...described, labels: { csv: 'CSV for spreadsheets' } }),
    });
    expect(definitionOf(options)).toMatchObject([
      {
        choices: [
          { name: 'CSV for spreadsheets', value: 'csv' },
          { name: 'json', value: 'json' },
        ],
      },
    ]);
  });

  it('asks for nothing that has a default or may be left out', () => {
    const options = z.object({
      page: option(z.int().min(1), described).default(1),
      personal: option(z.boolean(), described).exactOptional(),
    });
    expect(definitionOf(options).map(({ required }) => required)).toEqual([undefined, undefined]);
    expect(options.parse({})).toEqual({ page: 1 });
  });

  it('lets a role, a file or a channel of text be picked', () => {
    const options = z.object({
      channel: option(z.string(), { ...described, picks: 'channel' }),
      role: option(z.string(), { ...described, picks: 'role' }),
    });
    expect(definitionOf(options)).toMatchObject([
      {
        type: ApplicationCommandOptionType.Channel,
        channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
      },
      { type: ApplicationCommandOptionType.Role },
    ]);
  });

  it('refuses what has no description, or is of no kind that Discord has', () => {
    expect(() => definitionOf(z.object({ days: z.int() }))).toThrow('the option days has no description');
    expect(() => definitionOf(z.object({ at: option(z.date(), described) }))).toThrow(
      'no kind of option for at',
    );
  });
});

describe('an option that takes a file', () => {
  it('tells a command the name, the size and the place of what was given', async () => {
    const run = vi.fn<Command['run']>(async () => reply('done'));
    const options = z.object({ file: attachmentOption('A table') });
    const group = aGroup({ run, options, definition: definitionOf(options) });
    const { discord, address } = await connect(someServices(), undefined, [group]);
    const bytes = new TextEncoder().encode('a,b');
    await discord.actAs(discord.people.member.id).command('test run', { file: { name: 'book.csv', bytes } });

    const origin = new URL(address.api).origin;
    expect(run).toHaveBeenCalledExactlyOnceWith(
      {
        file: {
          id: expect.stringMatching(/^\d+$/),
          name: 'book.csv',
          size: 3,
          url: expect.stringContaining(`${origin}/attachments/`),
        },
      },
      expect.anything(),
    );
    expect(judge(discord.requests())).toEqual([]);
  });
});
