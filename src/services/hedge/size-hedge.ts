import type { HedgeSize } from '#domain/hedge/hedge-plan.ts';
import { sizeHedge as sizeLayers } from '#engine/plan/size-hedge.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';

export type HedgeSizeReport = {
  readonly condors: number;
  readonly perTenCondors: readonly number[];
  readonly sizes: readonly HedgeSize[];
};

/** How many calls so many condors take. @param condors - a whole number of at least 1 */
export async function sizeHedge(
  { settings: store }: { readonly settings: Pick<SettingsStore, 'read'> },
  server: string,
  condors: number,
): Promise<HedgeSizeReport> {
  const { settings } = await store.read(server);
  const perTenCondors = settings['layers.perTenCondors'];
  return { condors, perTenCondors, sizes: sizeLayers(condors, perTenCondors) };
}
