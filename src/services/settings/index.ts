import type { ThresholdBook } from '#domain/settings/settings.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import { bind, type Needs } from '#services/bind.ts';
import { changeThreshold } from './change-threshold.ts';
import {
  applyThresholds,
  exportThresholds,
  importThresholds,
  tryThresholds,
  undoThresholds,
} from './edit-thresholds.ts';
import { setUp } from './set-up.ts';
import { viewThresholds } from './view-thresholds.ts';

type Deps = Needs<typeof setUp | typeof applyThresholds> & {
  readonly settings: SettingsStore;
  readonly thresholds: ThresholdBook;
};

export type TrialServices = ReturnType<typeof bindTrials>;
export type SettingsServices = ReturnType<typeof bindSettings>;

/** What a server has set. */
export function bindSettings(deps: Deps) {
  return {
    /** Settings alone, for access rules. */
    settings: (server: string) => deps.settings.read(server),
    setUp: bind(setUp, deps),
    presets: () => deps.thresholds.presets,
    viewThresholds: bind(viewThresholds, deps),
    changeThreshold: bind(changeThreshold, deps),
    applyThresholds: bind(applyThresholds, deps),
    undoThresholds: bind(undoThresholds, deps),
    exportThresholds: bind(exportThresholds, deps),
    importThresholds: bind(importThresholds, deps),
  };
}

/** Thresholds tried for who asks what they would have done. */
export function bindTrials(deps: Needs<typeof tryThresholds>) {
  return { tryThresholds: bind(tryThresholds, deps) };
}
