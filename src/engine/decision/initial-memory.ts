import type { Memory } from '#domain/signal/decision.ts';
import type { Settings } from '#domain/settings/settings.ts';

/** What a server remembers before its first evaluation: calm, with the ratio at base. */
export function initialMemory(settings: Pick<Settings, 'ratio.base'>): Memory {
  return {
    state: 'CALM',
    programme: { ratio: settings['ratio.base'], upUsed: 0 },
    absorbed: [],
    closesBelow: 0,
    unwindOn: [],
    evidence: {},
  };
}
