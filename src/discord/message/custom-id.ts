/** Where a button, select or form leads: a command's act, and what it is about. */
export type Link = { readonly command: string; readonly act: string; readonly key: string };

/** Raised when what a button says changes its meaning; buttons of other versions are answered as superseded. */
const VERSION = 'v1';

/** Characters that Discord takes. */
const LONGEST = 100;

/**
 * Writes where a button leads so that it outlives restarts: nothing about it is kept in memory.
 *
 * @returns `v1:<command>.<act>:<key>`, or `undefined` if that is longer than Discord takes
 */
export function writeCustomId({ command, act, key }: Link): string | undefined {
  const id = `${VERSION}:${command}.${act}:${key}`;
  return id.length > LONGEST ? undefined : id;
}

/** @returns `undefined` for ids of another version or form */
export function readCustomId(id: string): Link | undefined {
  const [, command, act, key] = new RegExp(`^${VERSION}:([a-z-]+)\\.([a-z-]+):(.*)$`, 's').exec(id) ?? [];
  return command === undefined || act === undefined || key === undefined ? undefined : { command, act, key };
}
