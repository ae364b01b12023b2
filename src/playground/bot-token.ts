import { randomBytes } from 'node:crypto';
import type { Notes } from '#playground/store/notes.ts';
import { APPLICATION } from '#playground/world/cast.ts';

const NOTE = 'bot-token';

/** The token that the bot logs in with: in Discord's form, made once and kept in the playground's file. */
export function botToken(notes: Notes): string {
  const known = notes.read(NOTE);
  if (known !== undefined) {
    return known;
  }
  const token = [
    Buffer.from(APPLICATION.id).toString('base64url'),
    randomBytes(4).toString('base64url'),
    randomBytes(28).toString('base64url'),
  ].join('.');
  notes.write(NOTE, token);
  return token;
}
