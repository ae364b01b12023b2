import { UnknownSetting } from '#domain/problem.ts';
import type { ThresholdRule } from '#domain/settings/settings.ts';
import type { EditDeps } from './edit-thresholds.ts';

/**
 * Changes one threshold. The record of who and when is part of the same write.
 *
 * @throws UnknownSetting, InvalidSetting
 */
export async function changeThreshold(
  { settings, thresholds, wallClock }: EditDeps,
  server: string,
  { by, key: typed, text }: { readonly by: string; readonly key: string; readonly text: string },
): Promise<{
  readonly key: ThresholdRule['key'];
  readonly from: string;
  readonly to: string;
  readonly version: number;
}> {
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
}
