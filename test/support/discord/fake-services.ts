import { UnknownEpisode } from '#domain/problem.ts';
import type { ServerSettings, SettingKey, ThresholdRule } from '#domain/settings/settings.ts';
import type { Services } from '#services/index.ts';
import { CLOSE_OF_2014_09_23, someSettings } from '#test/support/engine/decision.ts';
import { someBookFileServices } from './fake-book-file-services.ts';
import { someBacktestServices } from './fake-backtest-services.ts';
import { someBookServices } from './fake-book-services.ts';
import { someExposureServices } from './fake-exposure-services.ts';
import { someDoctorServices } from './fake-doctor-services.ts';
import { someMarketServices } from './fake-market-services.ts';
import { someReleaseServices } from './fake-release-services.ts';
import { FULL_CARD, WEAK_PRINT } from './sample-card.ts';
import type { ChecklistReport } from '#services/checklist/show-checklist.ts';

const { decision, overview, exposure, checklist } = FULL_CARD;

const RULES: readonly ThresholdRule[] = [
  rule('lag.z', 'Evidence', '-5.00 to 0.00'),
  rule('rsi.rutMax', 'Evidence', '20 to 50'),
  rule('step.up', 'Steps', '0.01 to 0.25'),
];

export const KEPT: ServerSettings = {
  version: 3,
  settings: someSettings(),
  changes: [{ key: 'step.up', from: 0.2, to: 0.1, by: '1290000000000000023', at: CLOSE_OF_2014_09_23 }],
};

export const ACCOUNT: ChecklistReport = { checklist, decision, card: FULL_CARD };

/** What commands may ask, answered with one recorded evening; a test says what it wants otherwise. */
export function someServices(otherwise: Partial<Services> = {}): Services {
  return {
    readSignal: async () => ({ decision, overview, exposure, last: decision }),
    ...someMarketServices(),
    ...someDoctorServices(),
    serverLeft: async () => undefined,
    serverJoined: async () => undefined,
    serversSeen: async () => undefined,
    ...someExposureServices(),
    ...someBookServices(),
    ...someBacktestServices(),
    ...someBookFileServices(),
    explainDecision: async () => ({
      recorded: {
        server: '1',
        decision,
        inputs: INPUTS,
        recordedAt: CLOSE_OF_2014_09_23,
      },
      overview,
      replay: 'same',
    }),
    findDecisions: async () => [decision],
    showChecklist: async () => ACCOUNT,
    showCard: async () => ACCOUNT,
    tick: async () => ACCOUNT,
    note: async () => ACCOUNT,
    signalHistory: async () => ({ decisions: [decision], calibration: [], scores: [] }),
    pastChecklists: async () => [
      { checklist: 'CPI-2014-09-17', decision, ticks: checklist.ticks, notes: checklist.notes },
    ],
    itemHistory: async (_, item) => ({
      item,
      entries: checklist.ticks.map((tick) => ({ kind: 'tick', ...tick, checklist: 'CPI-2014-09-17' })),
    }),
    ...someReleaseServices(),
    showReleases: async () => ({
      next: [RELEASE],
      last: [{ release: RELEASE, reading: WEAK_PRINT, receivedAt: CLOSE_OF_2014_09_23 }],
      calendarEndsAt: CLOSE_OF_2014_09_23,
    }),
    viewThresholds: async () => ({
      rules: RULES,
      serverSettings: KEPT,
      show: () => '0.10',
      defaults: () => '0.20',
    }),
    changeThreshold: async () => ({ key: 'step.up', from: '0.10', to: '0.08', version: 4 }),
    setUp: async () => ({ serverSettings: KEPT, missing: [] }),
    readStatus: async () => ({
      mode: 'playground',
      version: '0.1.0',
      sources: 'recorded',
      now: CLOSE_OF_2014_09_23,
      startedAt: CLOSE_OF_2014_09_23,
      channel: '1290000000000000031',
      missing: [],
      channelGone: false,
      coming: [],
      deliveries: [],
      settingsVersion: 3,
    }),
    settings: async () => KEPT,
    episodes: () => [{ id: '2014-09-17', title: 'CPI for August 2014' }],
    playEpisode: async ({ episode }) => {
      throw new UnknownEpisode(episode, ['2014-09-17']);
    },
    now: () => CLOSE_OF_2014_09_23,
    ...otherwise,
  };
}

const RELEASE = {
  id: 'CPI-2014-10-22',
  kind: 'CPI',
  referenceMonth: '2014-09',
  status: 'scheduled',
  scheduledAt: Date.UTC(2014, 9, 22, 12, 30),
  source: 'BLS calendar',
  quality: 'recorded',
} as const;

const DAY = { closes: [], source: 'yahoo', quality: 'recorded' } as const;

const INPUTS = {
  snapshot: {
    asOf: CLOSE_OF_2014_09_23,
    evaluation: decision.evaluation,
    lastSession: '2014-09-23',
    sessions: [],
    market: { rut: DAY, spx: DAY, vix: DAY },
    prints: [],
  },
  book: undefined,
  settings: KEPT.settings,
  settingsVersion: 3,
  memory: decision.memory,
};

function rule(key: SettingKey, group: string, range: string): ThresholdRule {
  return { key, group, meaning: `What ${key} decides.`, unit: '', usual: '0.20', range };
}
