import { readFileSync } from 'node:fs';

/** The text of a recorded body, such as `cboe/VIX_History.csv`. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
}
