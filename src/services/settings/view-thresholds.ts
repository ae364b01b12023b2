import type { ServerSettings, ThresholdBook, ThresholdRule } from '#domain/settings/settings.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';

/** Every rule with what a server made of it. */
export type ThresholdsReport = {
  readonly rules: readonly ThresholdRule[];
  readonly serverSettings: ServerSettings;
  /** A setting as people read it. */
  readonly show: (key: ThresholdRule['key']) => string;
  readonly defaults: (key: ThresholdRule['key']) => string;
};

export async function viewThresholds(
  {
    settings: store,
    thresholds,
  }: { readonly settings: Pick<SettingsStore, 'read'>; readonly thresholds: ThresholdBook },
  server: string,
): Promise<ThresholdsReport> {
  const serverSettings = await store.read(server);
  return {
    rules: thresholds.rules,
    serverSettings,
    show: (key) => thresholds.show(serverSettings.settings, key),
    defaults: (key) => thresholds.show(thresholds.defaults, key),
  };
}
