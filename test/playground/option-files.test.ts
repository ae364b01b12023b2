import { ApplicationCommandOptionType, type Interaction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { judge } from '#test/support/discord/discord-judge.ts';
import { type Bot, request, startBot } from './logged-in.ts';

const IMPORT = {
  name: 'import',
  description: 'Reads a table',
  options: [
    { type: ApplicationCommandOptionType.Attachment, name: 'file', description: 'The table', required: true },
    { type: ApplicationCommandOptionType.Attachment, name: 'more', description: 'A second one' },
  ],
} as const;

const bytes = new TextEncoder().encode('a;b\n1;2\n');
const file = { name: 'my book.csv', bytes };

/** A bot that says what it was given, and what it finds where that is kept. */
async function aReader(): Promise<Bot> {
  const bot = await startBot();
  bot.client.on('interactionCreate', (interaction: Interaction) => {
    if (interaction.isChatInputCommand()) {
      const { id, name, size, url, contentType, ephemeral } = interaction.options.getAttachment('file', true);
      const more = interaction.options.getAttachment('more')?.name;
      fetch(url)
        .then((response) => response.text())
        .then((read) =>
          interaction.reply(JSON.stringify({ id, name, size, contentType, ephemeral, more, read })),
        )
        .catch(() => undefined);
    }
  });
  await bot.client.application.commands.set([IMPORT]);
  return bot;
}

describe('a file that is given with a command', () => {
  it('reaches the bot with its name, size and kind, and is served where Discord says', async () => {
    const bot = await aReader();
    const seen = await bot.discord.actAs(bot.discord.people.member.id).command('import', { file });

    expect(JSON.parse(String(seen.message?.['content']))).toEqual({
      id: expect.stringMatching(/^\d{17,20}$/),
      name: 'my_book.csv',
      size: bytes.length,
      contentType: 'text/csv; charset=utf-8',
      ephemeral: true,
      read: 'a;b\n1;2\n',
    });
    expect(judge(bot.discord.requests())).toEqual([]);
  });

  it('comes beside others', async () => {
    const bot = await aReader();
    const second = { name: 'second.json', bytes: new Uint8Array(), contentType: 'application/json' };
    const seen = await bot.discord
      .actAs(bot.discord.people.member.id)
      .command('import', { file, more: second });

    expect(String(seen.message?.['content'])).toContain('"more":"second.json"');
  });

  it.each([
    ['is missing', {}, 'required'],
    ['was never uploaded', { file: '1290000000000000099' }, 'not there'],
    ['is no file', { file: 3 }, 'wrong kind'],
    [
      'is larger than Discord takes',
      { file: { ...file, bytes: new Uint8Array(10 * 1024 ** 2 + 1) } },
      '10 MB',
    ],
  ])('is refused when it %s, before the bot hears of it', async (_, values, reason) => {
    const bot = await aReader();
    const seen = await bot.discord.actAs(bot.discord.people.member.id).command('import', values);

    expect(seen).toMatchObject({ outcome: 'refused', reason: expect.stringContaining(reason) });
  });

  it('is an option like any other to those who register commands', async () => {
    const bot = await aReader();
    const path = `/applications/${bot.address.applicationId}/commands`;

    expect(await request(bot, 'GET', path)).toMatchObject({
      answer: [{ name: 'import', options: [{ type: 11, required: true }, { type: 11 }] }],
    });
    expect(judge(bot.discord.requests())).toEqual([]);
  });
});
