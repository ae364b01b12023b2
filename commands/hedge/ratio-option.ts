import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';

/** Ratios that may be typed; what a server allows of them is its own. */
const MOST = 3;

export const RATIO_OPTION = {
  type: ApplicationCommandOptionType.Number,
  min_value: 0,
  max_value: MOST,
} as const;

export const Ratio = z.number().min(0).max(MOST);
