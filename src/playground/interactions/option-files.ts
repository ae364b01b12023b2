import { numberOf, textOf } from '#playground/json.ts';
import { OPTION } from '#playground/discord-types.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { attachmentObject, contentTypeOf, storedFilename } from '#playground/world/attachments.ts';
import type { World } from '#playground/world/world.ts';
import { leafOptions } from './options.ts';
import { Refused } from './use.ts';

/** 10 MiB, in bytes: what Discord lets somebody upload to a server without boosts. */
export const LARGEST_OPTION_FILE = 10 * 1024 ** 2;

/** A file that somebody chose for an option of a command. */
export type OptionFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** By its name when absent. */
  readonly contentType?: string;
};

/**
 * Keeps a file before the command is sent; returns the id that the option then has as its value.
 *
 * @throws Refused for one larger than Discord takes
 */
export function storeOptionFile(world: World, { name, bytes, contentType }: OptionFile): string {
  if (bytes.length > LARGEST_OPTION_FILE) {
    throw new Refused('Your files are too powerful: at most 10 MB each.');
  }
  const id = world.nextId();
  const filename = storedFilename(name);
  world.store.attachments.insert({
    id,
    filename,
    bytes,
    contentType: contentType ?? contentTypeOf(filename),
  });
  return id;
}

/**
 * The files that options name, as an interaction's `data.resolved.attachments`; absent without any.
 *
 * @throws Refused for a file that is not there
 */
export function optionFiles(
  world: World,
  channelId: string,
  options: readonly ApiObject[],
): ApiObject | undefined {
  const named = leafOptions(options).filter((option) => numberOf(option, 'type') === OPTION.attachment);
  const files = named.map((option): [string, ApiObject] => {
    const file = world.store.attachments.find(textOf(option, 'value') ?? '');
    if (!file) {
      throw new Refused(`The file for "${textOf(option, 'name')}" is not there. Choose it again.`);
    }
    return [file.id, { ...attachmentObject(world, channelId, file), ephemeral: true }];
  });
  return files.length > 0 ? Object.fromEntries(files) : undefined;
}
