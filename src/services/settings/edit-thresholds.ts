import { NothingToUndo } from '#domain/settings/settings-problem.ts';
import type { ServerSettings, SettingChange, SettingText, ThresholdBook } from '#domain/settings/settings.ts';
import { changesBetween } from '#engine/backtest/backtest-request.ts';
import type { WallClock } from '#ports/clock.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { BacktestServices, ThresholdEdit, ThresholdWish } from '#services/history/backtest-services.ts';

const MEANING = 'ratio.meaning';

export type EditParts = {
  readonly settings: SettingsStore;
  readonly thresholds: ThresholdBook;
  readonly wallClock: WallClock;
};

type EditServices = Pick<
  BacktestServices,
  'presets' | 'applyThresholds' | 'undoThresholds' | 'exportThresholds' | 'importThresholds'
>;

/** Changes of several thresholds at once: all of them or none, and each in the record. */
export function createEditServices(parts: EditParts): EditServices {
  const { settings, thresholds } = parts;
  return {
    presets: () => thresholds.presets,

    applyThresholds: async (server, { by, wish, basedOn }) =>
      editUnswitched(parts, server, {
        by,
        values: wishedValues(thresholds, wish),
        ...(basedOn !== undefined && { basedOn }),
      }),

    async undoThresholds(server, { by, basedOn }) {
      const kept = await settings.read(server);
      const values = before(thresholds, kept);
      return edit(parts, server, { by, values, basedOn: basedOn ?? kept.version });
    },

    exportThresholds: async (server) => thresholds.exported((await settings.read(server)).settings),

    importThresholds: async (server, { by, text }) =>
      editUnswitched(parts, server, { by, values: thresholds.imported(text) }),
  };
}

/** What somebody who thinks of other thresholds would type. @throws UnknownPreset */
export function wishedValues(thresholds: ThresholdBook, wish: ThresholdWish): readonly SettingText[] {
  return wish.kind === 'preset' ? thresholds.preset(wish.name) : [{ key: wish.key, text: wish.text }];
}

type Wanted = {
  readonly by: string;
  readonly values: readonly SettingText[];
  readonly basedOn?: number;
};

/** An edit that leaves the meaning of the ratio as it is: whoever switches that sees both plans first. */
async function editUnswitched(parts: EditParts, server: string, wanted: Wanted): Promise<ThresholdEdit> {
  const { settings, thresholds } = parts;
  const earlier = await settings.read(server);
  const present = earlier.settings[MEANING];
  const [others, meanings] = [
    wanted.values.filter(({ key }) => key !== MEANING),
    wanted.values.filter(({ key }) => key === MEANING),
  ];
  const asked = thresholds.changeAll(earlier.settings, meanings)[MEANING];
  const done = await edit(parts, server, { ...wanted, values: others });
  return asked === present ? done : { ...done, unswitched: asked };
}

async function edit(
  { settings, thresholds, wallClock }: EditParts,
  server: string,
  wanted: Wanted,
): Promise<ThresholdEdit> {
  const earlier = await settings.read(server);
  const after = await settings.change(server, { ...wanted, at: wallClock.now() });
  return {
    changes: changesBetween(thresholds, earlier.settings, after.settings).map(({ key, value }) => ({
      key,
      from: thresholds.show(earlier.settings, key),
      to: value,
    })),
    version: after.version,
  };
}

/** The values that the last edit replaced. @throws NothingToUndo */
function before(thresholds: ThresholdBook, { changes, settings }: ServerSettings): readonly SettingText[] {
  const last = changes.at(-1);
  if (!last) {
    throw new NothingToUndo();
  }
  const together = changes.filter((change) => isSameEdit(change, last));
  const restored = thresholds.restore({
    ...settings,
    ...Object.fromEntries(together.map(({ key, from }) => [key, from])),
  });
  return together.map(({ key }) => ({ key, text: thresholds.show(restored, key) }));
}

function isSameEdit(change: SettingChange, last: SettingChange): boolean {
  return change.by === last.by && change.at === last.at;
}
