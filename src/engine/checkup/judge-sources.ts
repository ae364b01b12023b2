import type { CheckupVerdict, SourceCapability, SourceCheckup } from '#domain/health/checkup.ts';

/** What the bot cannot do without: somebody must show figures, and somebody closes. */
const NEEDED: readonly SourceCapability[] = ['figures', 'closes'];

/** What nobody gives although the bot needs it; empty when all is well. */
export function missingCapabilities(sources: readonly SourceCheckup[]): readonly SourceCapability[] {
  const covered = new Set(sources.filter(hasAnswered).map(({ gives }) => gives));
  return NEEDED.filter((gift) => !covered.has(gift));
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
  const configured = sources.filter(({ outcome }) => outcome.kind !== 'no-key');
  return configured.length > 0 && configured.every(({ outcome }) => isUnreached(outcome));
}

function isUnreached(outcome: SourceCheckup['outcome']): boolean {
  return outcome.kind === 'late' || (outcome.kind === 'refused' && outcome.why === 'unavailable');
}

function hasAnswered({ outcome }: SourceCheckup): boolean {
  return outcome.kind === 'answered';
}
