import { ApplicationCommandOptionType, DiscordAPIError } from 'discord.js';
import { vi } from 'vitest';
import type { Command, CommandGroup, Reply } from '#discord/command/command.ts';
import { defineQuestion } from '#discord/command/define-command.ts';
import type { DispatchParts } from '#discord/dispatch/command-context.ts';
import type {
  SentAnswer,
  ComponentInteraction,
  CommandInteraction,
  AnswerMessage,
} from '#discord/dispatch/interactions.ts';
import { fit } from '#discord/message/fit.ts';
import { text } from '#discord/message/view.ts';
import { someServices } from './fake-services.ts';
import { aLog, noWaiting } from './local-discord.ts';

export function reply(words: string): Reply {
  return { view: fit({ accent: 0, parts: [text(words)] }) };
}

/** A command `/test run` that says "done", with what a test wants otherwise. */
export function aGroup(otherwise: Partial<Command> = {}): CommandGroup {
  const run = defineQuestion('run', 'Runs', async () => reply('done'));
  return { name: 'test', description: 'Tests', commands: [{ ...run, ...otherwise }] };
}

export function partsWith(otherwise: Partial<DispatchParts> = {}): DispatchParts {
  return {
    commands: [aGroup()],
    services: someServices(),
    wallClock: noWaiting,
    log: aLog(),
    signal: new AbortController().signal,
    ...otherwise,
  };
}

/** The error that discord.js throws for a code of Discord's. */
export function discordError(code: number, status = 404): DiscordAPIError {
  const url = 'https://discord.com/api/v10/interactions/1/aW50ZXJhY3Rpb24/callback';
  return new DiscordAPIError({ code, message: 'refused' }, code, status, 'POST', url, {
    body: {},
    files: [],
  });
}

function aMessage() {
  return {
    editMessage: vi.fn<AnswerMessage['editMessage']>(async () => undefined),
    fetchMessage: vi.fn<AnswerMessage['fetchMessage']>(async () => ({ flags: { has: () => true } })),
    deleteMessage: vi.fn<AnswerMessage['deleteMessage']>(async () => undefined),
    send: vi.fn<AnswerMessage['send']>(async () => undefined),
  };
}

const WHO = {
  id: '1290000000000000077',
  guildId: '1290000000000000001',
  channelId: '1290000000000000031',
  locale: 'en-US',
  user: { id: '1290000000000000021', displayName: 'Mara' },
  member: { roles: [] },
  memberPermissions: { has: () => false },
};

/** `/test run` as discord.js would hand it over, and all that was done with it. */
export function anInteraction(otherwise: Partial<Omit<CommandInteraction, 'webhook'>> = {}) {
  return {
    ...WHO,
    commandName: 'test',
    options: { data: [{ name: 'run', type: ApplicationCommandOptionType.Subcommand, options: [] }] },
    webhook: aMessage(),
    deferReply: vi.fn<CommandInteraction['deferReply']>(async () => undefined),
    ...otherwise,
  };
}

type SeenFile = NonNullable<ReturnType<SentAnswer['attachments']['first']>>;

/** An answer as discord.js hands it back with a click. */
export function aSentAnswer(
  otherwise: {
    readonly components?: readonly unknown[];
    readonly files?: readonly SeenFile[];
    readonly isPrivate?: boolean;
    readonly embeds?: readonly unknown[];
    readonly edit?: SentAnswer['edit'];
  } = {},
): SentAnswer {
  const { components = [], embeds = [], files = [], isPrivate = false } = otherwise;
  return {
    embeds: embeds.map((embed) => ({ toJSON: () => embed })),
    edit: otherwise.edit ?? vi.fn<SentAnswer['edit']>(async () => undefined),
    components: components.map((component) => ({ toJSON: () => component })),
    attachments: { map: (read) => files.map(read), first: () => files[0] },
    flags: { has: () => isPrivate },
  };
}

/** A click, likewise. */
export function aComponentInteraction(
  customId: string,
  otherwise: Partial<Pick<ComponentInteraction, 'message' | 'values'>> = {},
) {
  return {
    ...WHO,
    customId,
    message: aSentAnswer(),
    webhook: aMessage(),
    deferUpdate: vi.fn<ComponentInteraction['deferUpdate']>(async () => undefined),
    showModal: vi.fn<ComponentInteraction['showModal']>(async () => undefined),
    ...otherwise,
  };
}
