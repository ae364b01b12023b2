import type { Problem } from '#domain/problem.ts';
import { code, quoted } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';

const CODES = [
  'unknown-preset',
  'import-refused',
  'nothing-to-undo',
  'settings-moved',
  'no-history',
  'history-unusable',
] as const;

export type AboutHistory = Extract<Problem, { code: (typeof CODES)[number] }>;

export function isAboutHistory(problem: Problem): problem is AboutHistory {
  return CODES.some((code) => code === problem.code);
}

/** The sentence for what may go wrong with presets, exported settings and recorded history. */
export function explainHistory(problem: AboutHistory): string {
  const { settings, history } = en;
  switch (problem.code) {
    case 'unknown-preset':
      return settings.problems.unknownPreset(code(problem.preset), problem.known.map(code).join(', '));
    case 'import-refused':
      return settings.problems.importRefused(quoted(problem.why));
    case 'nothing-to-undo':
      return settings.problems.nothingToUndo;
    case 'settings-moved':
      return settings.problems.settingsMoved(problem.seen, problem.present);
    case 'no-history':
      return history.problems.noHistory;
    case 'history-unusable':
      return history.problems.historyUnusable(quoted(problem.why));
  }
}
