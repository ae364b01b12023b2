import type { CommandGroup } from '../src/discord/command.ts';
import { book } from './book/index.ts';
import { checklist } from './checklist/index.ts';
import { exposure } from './exposure/index.ts';
import { hedge } from './hedge/index.ts';
import { market } from './market/index.ts';
import { release } from './release/index.ts';
import { replay } from './replay/index.ts';
import { signal } from './signal/index.ts';
import { steward } from './steward/index.ts';
import { thresholds } from './thresholds/index.ts';

/** Everything that people can ask. */
export const commands: readonly CommandGroup[] = [
  signal,
  exposure,
  hedge,
  book,
  market,
  checklist,
  release,
  thresholds,
  replay,
  steward,
];
