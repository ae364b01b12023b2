import { UnknownSetting } from '#domain/problem.ts';
import type { ThresholdBook } from '#domain/settings/settings.ts';
import type { WallClock } from '#ports/clock.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { Services } from '#services/index.ts';

export type ThresholdParts = {
  readonly settings: SettingsStore;
  readonly thresholds: ThresholdBook;
  readonly wallClock: WallClock;
};

/** Every rule with what the server made of it. */
export function createViewThresholds({ settings, thresholds }: ThresholdParts): Services['viewThresholds'] {
  return async (server) => {
    const kept = await settings.read(server);
    return {
      rules: thresholds.rules,
      kept,
      show: (key) => thresholds.show(kept.settings, key),
      defaults: (key) => thresholds.show(thresholds.defaults, key),
    };
  };
}

/** Changes one threshold. The record of who and when is part of the same write. */
export function createChangeThreshold(parts: ThresholdParts): Services['changeThreshold'] {
  const { settings, thresholds, wallClock } = parts;
  return async (server, { by, key: typed, text }) => {
    const before = await settings.read(server);
    const after = await settings.change(server, { by, at: wallClock.now(), values: [{ key: typed, text }] });
    const rule = thresholds.rules.find(({ key }) => key === typed);
    if (!rule) {
      throw new UnknownSetting(typed, []);
    }
    return {
      key: rule.key,
      from: thresholds.show(before.settings, rule.key),
      to: thresholds.show(after.settings, rule.key),
      version: after.version,
    };
  };
}
