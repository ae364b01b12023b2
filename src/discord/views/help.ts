import { PLAIN_ACCENT } from '../accents.ts';
import { fit } from '../fit.ts';
import { en } from '../texts/en.ts';
import { RULE, text, type View } from '../view.ts';

const { commands } = en;

/** What each may ask, most wanted first. */
const EVERYONE = [
  ['/signal now', commands.signalNow.description],
  ['/signal why', commands.signalWhy.description],
  ['/exposure show', commands.exposureShow.description],
  ['/checklist show', commands.checklistShow.description],
  ['/release next', commands.releaseNext.description],
  ['/release last', commands.releaseLast.description],
  ['/thresholds view', commands.thresholdsView.description],
  ['/steward status', commands.stewardStatus.description],
] as const;

const STEWARDS = [['/replay episode', commands.replayEpisode.description]] as const;

const MANAGERS = [
  ['/steward setup', commands.stewardSetup.description],
  ['/thresholds set', commands.thresholdsSet.description],
] as const;

/** What the bot is for, what it does not do, and what it can be asked. */
export function helpView(): View {
  const { help } = commands;
  const lines = (list: readonly (readonly [string, string])[]): readonly string[] =>
    list.map(([name, description]) => help.line(name, description));
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(help.title, help.what, help.silence),
      RULE,
      text(help.everyone, ...lines(EVERYONE)),
      text(help.stewards, ...lines(STEWARDS)),
      text(help.managers, ...lines(MANAGERS)),
      RULE,
      text(`-# ${help.disclaimer}`),
    ],
  });
}
