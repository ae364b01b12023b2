import type { Checkup, JudgedCheckup } from '#domain/health/checkup.ts';
import { judgeMachine } from './judge-machine.ts';
import { isOffline, judgeSource, missingCapabilities } from './judge-sources.ts';

/** Whether the bot has all that it needs, and what is not as it should be. */
export function judgeCheckup({ at, machine, sources }: Checkup): JudgedCheckup {
  const lacking = missingCapabilities(sources);
  const parts = machine.map((part) => ({ part, verdict: judgeMachine(part, at) }));
  const isBad = lacking.length > 0 || parts.some(({ verdict }) => verdict === 'bad');
  return {
    at,
    verdict: isBad ? 'bad' : 'well',
    isOffline: isOffline(sources),
    lacking,
    machine: parts,
    sources: sources.map((source) => ({ source, verdict: judgeSource(source, sources) })),
  };
}
