import { z } from 'zod';
import type { CommandContext, Reply } from '#discord/command/command.ts';
import { meaningChoiceView } from '#discord/views/hedge/meaning-choice-view.ts';
import { changedView } from '#discord/views/settings/threshold-views.ts';

/** Switching it changes what every later step means in contracts, so both plans are shown first. */
export const MEANING = 'ratio.meaning';
const Meaning = z.enum(['multiplier', 'absolute']);

/** Changes a threshold; before the meaning of the ratio is switched, asks, with both plans side by side. */
export async function changeOrAsk(
  { key, text }: { readonly key: string; readonly text: string },
  { server, services, member, signal }: CommandContext,
): Promise<Reply> {
  const meaning = key === MEANING ? Meaning.safeParse(text.trim()).data : undefined;
  if (meaning !== undefined) {
    return { view: meaningChoiceView(await services.compareMeanings(server, signal), meaning) };
  }
  return { view: changedView(await services.changeThreshold(server, { by: member.id, key, text })) };
}
