import type { EvidenceId } from '#domain/signal/evidence.ts';

/** Whether evidence is only shown: it raises and blocks nothing, and its turning is neither news nor a correction. */
export function isOnlyShown(id: EvidenceId): boolean {
  return id === 'smallCapVol' || id === 'term';
}
