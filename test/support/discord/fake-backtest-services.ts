import type { SettingsServices } from '#services/settings/index.ts';
import type { HistoryServices } from '#services/history/index.ts';
import type { ShadowReport } from '#services/history/preview-thresholds.ts';
import type { ThresholdEdit } from '#services/settings/edit-thresholds.ts';

const EDIT: ThresholdEdit = { changes: [{ key: 'rsi.rutMax', from: '35.0', to: '45.0' }], version: 4 };

export const SHADOW: ShadowReport = {
  wish: { kind: 'preset', name: 'early' },
  changes: EDIT.changes,
  version: 3,
  from: 'folder',
  reading: {
    prints: 60,
    from: '2022-03-10',
    until: '2024-08-14',
    old: 5,
    new: 11,
    overlap: 4,
    rows: [
      {
        releaseId: 'PPI-2024-01-12',
        old: { highest: 'CONFIRM', alerts: true, raised: false },
        new: { highest: 'CAPITULATION', alerts: true, raised: true },
      },
      {
        releaseId: 'PPI-2024-02-16',
        old: { highest: 'ARMED', alerts: false, raised: false },
        new: { highest: 'WATCH', alerts: true, raised: false },
      },
    ],
  },
};

type OtherSettings = 'settings' | 'setUp' | 'viewThresholds' | 'changeThreshold';

/** Thresholds over history, answered with invented numbers. */
export function someBacktestServices(): HistoryServices & Omit<SettingsServices, OtherSettings> {
  return {
    presets: () => [
      { name: 'steward', meaning: 'The defaults.', values: [] },
      { name: 'early', meaning: 'Sooner.', values: [] },
    ],
    applyThresholds: async () => EDIT,
    undoThresholds: async () => EDIT,
    exportThresholds: async () => '{"schema":1,"settings":{}}',
    importThresholds: async () => EDIT,
    previewThresholds: async () => SHADOW,
    backtest: async () => ({
      from: '2010-01-01',
      until: '2024-08-30',
      headline: 'This history does not show that the rule foresees trouble.',
      funnel: [
        { id: 'released', count: 352 },
        { id: 'confirmed', count: 4 },
      ],
      confirmed: ['CPI-2014-09-17'],
      files: [
        { name: 'report.md', content: new Uint8Array([1]) },
        { name: 'funnel.png', content: new Uint8Array([2]) },
      ],
    }),
  };
}
