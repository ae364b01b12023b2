import { isAboveBase } from '#engine/decision/adopt-step.ts';
import type { DecisionLedger } from '#ports/ledger/ledger.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';

/** How long closes must be watched, over all servers. */
export type OpenWindows = {
  /** The longest event window that any server has set, sessions. */
  readonly windowSessions: number;
  /** Whether any server's ratio is above its base, so that every further close counts. */
  readonly aboveBase: boolean;
};

/** Sessions that a window has where no server is set up yet. */
const USUAL_WINDOW = 5;

/** What the plan has to know of the servers. */
export async function openWindows(
  settings: SettingsStore,
  ledger: Pick<DecisionLedger, 'memory'>,
): Promise<OpenWindows> {
  const open = { windowSessions: USUAL_WINDOW, aboveBase: false };
  for (const server of await settings.servers()) {
    const { settings: set } = await settings.read(server);
    const memory = await ledger.memory(server);
    open.windowSessions = Math.max(open.windowSessions, set['event.windowSessions']);
    open.aboveBase ||= memory !== undefined && isAboveBase(memory.programme, set);
  }
  return open;
}
