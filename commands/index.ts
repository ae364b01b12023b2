import type { CommandGroup } from '#discord/command/command.ts';
import { book } from '#commands/book/index.ts';
import { checklist } from '#commands/checklist/index.ts';
import { exposure } from '#commands/exposure/index.ts';
import { hedge } from '#commands/hedge/index.ts';
import { market } from '#commands/market/index.ts';
import { release } from '#commands/release/index.ts';
import { replay } from '#commands/replay/index.ts';
import { signal } from '#commands/signal/index.ts';
import { steward } from '#commands/steward/index.ts';
import { thresholds } from '#commands/thresholds/index.ts';

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
