import { NothingToUndo } from '#domain/settings/settings-problem.ts';
import type {
  RetiredSetting,
  ServerSettings,
  SettingChange,
  SettingKey,
  SettingText,
  Settings,
  ThresholdBook,
} from '#domain/settings/settings.ts';
import { changesBetween } from '#engine/backtest/backtest-request.ts';
import type { WallClock } from '#ports/clock.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';

/** Thresholds that somebody thinks of. */
export type ThresholdWish =
  | { readonly kind: 'value'; readonly key: string; readonly text: string }
  | { readonly kind: 'preset'; readonly name: string };

/** What changing several thresholds came to; no change where all were so already. */
export type ThresholdEdit = {
  /** Values as people read them. */
  readonly changes: readonly { readonly key: SettingKey; readonly from: string; readonly to: string }[];
  readonly version: number;
  /**
   * What `ratio.meaning` would have become: it was left as it is, because it is switched with both plans side by side
   * and nowhere else. Absent where it was not to change.
   */
  readonly unswitched?: Settings['ratio.meaning'];
  /** Settings in what was imported that there are no more, and were left out; absent where it names none. */
  readonly retired?: readonly RetiredSetting[];
};

export type EditDeps = {
  readonly settings: Pick<SettingsStore, 'read' | 'change'>;
  readonly thresholds: ThresholdBook;
  readonly wallClock: Pick<WallClock, 'now'>;
};

/** What a wish would make of a server's thresholds. */
export type TriedThresholds = Pick<ThresholdEdit, 'changes'> & {
  readonly present: Settings;
  readonly wished: Settings;
  /** The settings' version that it was tried on. */
  readonly version: number;
};

const MEANING = 'ratio.meaning';

/**
 * Changes several thresholds at once, all but `ratio.meaning`: all of them or none, and each in the record.
 *
 * @param edit - `basedOn`: the version that was looked at; absent for whatever stands
 * @throws UnknownPreset, UnknownSetting, InvalidSetting, SettingsMoved; then nothing is changed
 */
export async function applyThresholds(
  deps: EditDeps,
  server: string,
  { by, wish, basedOn }: { readonly by: string; readonly wish: ThresholdWish; readonly basedOn?: number },
): Promise<ThresholdEdit> {
  return editUnswitched(deps, server, {
    by,
    values: wishedValues(deps.thresholds, wish),
    ...(basedOn !== undefined && { basedOn }),
  });
}

/**
 * Takes the last edit back, an undo itself and a switch of `ratio.meaning` included.
 *
 * @throws NothingToUndo, SettingsMoved
 */
export async function undoThresholds(
  deps: EditDeps,
  server: string,
  { by, basedOn }: { readonly by: string; readonly basedOn?: number },
): Promise<ThresholdEdit> {
  const earlier = await deps.settings.read(server);
  const values = valuesBefore(deps.thresholds, earlier);
  return edit(deps, server, { by, values, basedOn: basedOn ?? earlier.version });
}

/** A server's thresholds as JSON with a schema version, without what belongs to this server alone. */
export async function exportThresholds(
  { settings, thresholds }: Pick<EditDeps, 'settings' | 'thresholds'>,
  server: string,
): Promise<string> {
  return thresholds.exported((await settings.read(server)).settings);
}

/**
 * Takes all that was exported but `ratio.meaning` and settings that there are no more.
 *
 * @throws ImportRefused, InvalidSetting; then nothing is changed
 */
export async function importThresholds(
  deps: EditDeps,
  server: string,
  { by, text }: { readonly by: string; readonly text: string },
): Promise<ThresholdEdit> {
  const { values, retired } = deps.thresholds.imported(text);
  const done = await editUnswitched(deps, server, { by, values });
  return retired.length === 0 ? done : { ...done, retired };
}

/**
 * What a wish would make of a server's thresholds. Nothing is changed.
 *
 * @throws UnknownPreset, UnknownSetting, InvalidSetting
 */
export async function tryThresholds(
  { settings, thresholds }: Pick<EditDeps, 'settings' | 'thresholds'>,
  server: string,
  wish: ThresholdWish,
): Promise<TriedThresholds> {
  const { settings: present, version } = await settings.read(server);
  const wished = thresholds.changeAll(present, wishedValues(thresholds, wish));
  return { present, wished, changes: shownChanges(thresholds, present, wished), version };
}

function wishedValues(thresholds: ThresholdBook, wish: ThresholdWish): readonly SettingText[] {
  return wish.kind === 'preset' ? thresholds.preset(wish.name) : [{ key: wish.key, text: wish.text }];
}

type Wanted = {
  readonly by: string;
  readonly values: readonly SettingText[];
  readonly basedOn?: number;
};

/** An edit that leaves the meaning of the ratio as it is: whoever switches that sees both plans first. */
async function editUnswitched(deps: EditDeps, server: string, wanted: Wanted): Promise<ThresholdEdit> {
  const { settings, thresholds } = deps;
  const earlier = await settings.read(server);
  const present = earlier.settings[MEANING];
  const others = wanted.values.filter(({ key }) => key !== MEANING);
  const meanings = wanted.values.filter(({ key }) => key === MEANING);
  const wished = thresholds.changeAll(earlier.settings, meanings)[MEANING];
  const done = await edit(deps, server, { ...wanted, values: others });
  return wished === present ? done : { ...done, unswitched: wished };
}

async function edit(
  { settings, thresholds, wallClock }: EditDeps,
  server: string,
  wanted: Wanted,
): Promise<ThresholdEdit> {
  const earlier = await settings.read(server);
  const after = await settings.change(server, { ...wanted, at: wallClock.now() });
  return {
    changes: shownChanges(thresholds, earlier.settings, after.settings),
    version: after.version,
  };
}

function shownChanges(thresholds: ThresholdBook, from: Settings, to: Settings): ThresholdEdit['changes'] {
  return changesBetween(thresholds, from, to).map(({ key, value }) => ({
    key,
    from: thresholds.show(from, key),
    to: value,
  }));
}

/** The values that the last edit replaced, of the settings that there still are. @throws NothingToUndo */
function valuesBefore(
  thresholds: ThresholdBook,
  { changes, settings }: ServerSettings,
): readonly SettingText[] {
  const present = new Set<string>(thresholds.rules.map(({ key }) => key));
  const own = changes.filter((change): change is PresentChange => present.has(change.key));
  const last = own.at(-1);
  if (!last) {
    throw new NothingToUndo();
  }
  const together = own.filter((change) => isSameEdit(change, last));
  const restored = thresholds.restore({
    ...settings,
    ...Object.fromEntries(together.map(({ key, from }) => [key, from])),
  });
  return together.map(({ key }) => ({ key, text: thresholds.show(restored, key) }));
}

type PresentChange = SettingChange & { readonly key: SettingKey };

function isSameEdit(change: SettingChange, last: SettingChange): boolean {
  return change.by === last.by && change.at === last.at;
}
