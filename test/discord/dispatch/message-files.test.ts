import { describe, expect, it } from 'vitest';
import type { Command, Reply, ReplyFile } from '#discord/command/command.ts';
import { messageFiles, withinFileLimits } from '#discord/dispatch/message-files.ts';
import { fit } from '#discord/message/fit.ts';
import { text } from '#discord/message/view.ts';
import { judge } from '#test/support/discord/discord-judge.ts';
import { aGroup, reply } from '#test/support/discord/fake-interaction.ts';
import { someServices } from '#test/support/discord/fake-services.ts';
import { connect } from '#test/support/discord/local-discord.ts';
import { ONE_PIXEL } from '#test/support/discord/sample-card.ts';

const bytes = new TextEncoder().encode('kind,quantity\r\n');
const table: ReplyFile = { name: 'book.csv', bytes, description: 'The book as a table' };
const picture: ReplyFile = { name: 'exposure.png', bytes: ONE_PIXEL, description: 'Bars by expiration' };

const withFiles: Reply = {
  view: fit({
    accent: 0,
    parts: [
      text('The book'),
      { kind: 'picture', shows: 'Bars by expiration', name: 'exposure.png' },
      { kind: 'file', name: 'book.csv' },
    ],
  }),
  files: [picture, table],
};
const answering = (answer: Reply, otherwise: Partial<Command> = {}) =>
  aGroup({ run: async () => answer, ...otherwise });

describe('messageFiles', () => {
  it('sends the part of a larger buffer that the bytes are, and no more', () => {
    const { files } = messageFiles({ files: [{ ...table, bytes: bytes.subarray(5, 13) }] });
    expect(files?.[0]?.attachment.toString()).toBe('quantity');
  });

  it('leaves the files of a message alone where an answer says nothing of any', () => {
    expect(messageFiles({})).toEqual({});
    expect(messageFiles({ files: [] })).toEqual({ files: [] });
  });

  it('cuts a description to what Discord takes', () => {
    const { files } = messageFiles({ files: [{ ...table, description: 'a'.repeat(2_000) }] });
    expect(files?.[0]?.description).toHaveLength(1_024);
  });

  it.each([
    ['a name that Discord would change', [{ ...table, name: 'the book.csv' }]],
    ['more than 10 MiB', [{ ...table, bytes: new Uint8Array(10 * 1024 ** 2 + 1) }]],
    ['two files of one name', [table, table]],
    ['eleven files', Array.from({ length: 11 }, (_, index) => ({ ...table, name: `${index}.csv` }))],
  ])('refuses %s before Discord does', (_, files) => {
    expect(() => withinFileLimits({ ...reply('done'), files })).toThrow('Discord does not take');
  });
});

describe('an answer that carries files', () => {
  it('shows a picture and gives a file to download, as Discord documents it', async () => {
    const { discord, address } = await connect(someServices(), undefined, [answering(withFiles)]);
    const { message } = await discord.actAs(discord.people.member.id).command('test run');
    const [kept] = discord.actAs(discord.people.member.id).messages(address.channelId);

    expect(kept).toMatchObject({
      attachments: [
        { filename: 'exposure.png', description: 'Bars by expiration', content_type: 'image/png' },
        { filename: 'book.csv', size: bytes.length },
      ],
    });
    expect(JSON.stringify(message)).toContain(`"name":"book.csv","size":${bytes.length}`);
    expect(judge(discord.requests())).toEqual([]);
  });

  it('gives the file to the one person alone whose answer is private', async () => {
    const answer: Reply = { ...withFiles, audience: 'caller' };
    const { discord, address } = await connect(someServices(), undefined, [answering(answer)]);
    const mara = discord.actAs(discord.people.member.id);
    const shown = discord.waitForMessage(({ ephemeralFor }) => ephemeralFor === mara.person.id);
    await mara.command('test run');

    expect(JSON.stringify(await shown)).toContain('book.csv');
    expect(discord.actAs(discord.people.owner.id).messages(address.channelId)).toEqual([]);
    expect(judge(discord.requests())).toEqual([]);
  });

  it('puts its files in the place of those on the message that was clicked on', async () => {
    const link = { command: 'test', act: 'next', key: '' };
    const first: Reply = {
      view: fit({
        accent: 0,
        parts: [
          { kind: 'file', name: 'book.csv' },
          {
            kind: 'buttons',
            buttons: [{ type: 2, style: 2, label: 'Next', custom_id: `v1:test.next:${link.key}` }],
          },
        ],
      }),
      files: [table],
    };
    const second: Reply = {
      view: fit({ accent: 0, parts: [{ kind: 'file', name: 'history.csv' }] }),
      files: [{ ...table, name: 'history.csv' }],
    };
    const group = answering(first, { components: { next: { access: 'everyone', act: async () => second } } });
    const { discord } = await connect(someServices(), undefined, [group]);
    const mara = discord.actAs(discord.people.member.id);
    const { message } = await mara.command('test run');
    await mara.press({ id: message?.id ?? '' }, 'v1:test.next:');

    expect(discord.findMessage(message?.id ?? '')).toMatchObject({
      attachments: [{ filename: 'history.csv' }],
    });
    expect(judge(discord.requests())).toEqual([]);
  });
});
