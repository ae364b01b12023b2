import type {
  Checkup,
  CheckupVerdict,
  JudgedCheckup,
  SourceCapability,
  SourceCheckup,
} from '#domain/health/checkup.ts';
import { judgeMachine } from './judge-machine.ts';

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

/** What the bot cannot do without: somebody must show figures, and somebody closes. */
const NEEDED: readonly SourceCapability[] = ['figures', 'closes'];

/** What nobody gives although the bot needs it; empty when all is well. */
export function missingCapabilities(sources: readonly SourceCheckup[]): readonly SourceCapability[] {
  const given = new Set(sources.filter(hasAnswered).map(({ gives }) => gives));
  return NEEDED.filter((gift) => !given.has(gift));
}

/** Whether the bot can do with how one source answered, seeing how the others did. */
export function judgeSource(source: SourceCheckup, all: readonly SourceCheckup[]): CheckupVerdict {
  if (hasAnswered(source)) {
    return 'well';
  }
  const isLacking = source.outcome.kind !== 'no-key' && missingCapabilities(all).includes(source.gives);
  return isLacking ? 'bad' : 'notice';
}

/** Whether nobody could be reached at all: then it is this machine and not the sources. */
export function isOffline(sources: readonly SourceCheckup[]): boolean {
  const asked = sources.filter(({ outcome }) => outcome.kind !== 'no-key');
  return asked.length > 0 && asked.every(({ outcome }) => isUnreached(outcome));
}

function isUnreached(outcome: SourceCheckup['outcome']): boolean {
  return outcome.kind === 'late' || (outcome.kind === 'refused' && outcome.why === 'unavailable');
}

function hasAnswered({ outcome }: SourceCheckup): boolean {
  return outcome.kind === 'answered';
}
