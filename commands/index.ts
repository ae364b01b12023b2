import type { CommandGroup } from '../src/discord/command.ts';
import { steward } from './steward/index.ts';

/** Everything that people can ask. */
export const commands: readonly CommandGroup[] = [steward];
