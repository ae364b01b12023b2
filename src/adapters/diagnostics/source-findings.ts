import type { SourceFinding } from '#domain/market/source-finding.ts';
import type { Log } from '#ports/log.ts';
import type { FindingAbout, SourceFindings } from '#ports/sources/source-findings.ts';

/** Findings that reach the log as a warning; the others are good news. */
const WORRYING: ReadonlySet<SourceFinding['kind']> = new Set([
  'refused',
  'impossible',
  'missing',
  'provisional',
  'proxy',
]);

/** Of these two only one can be so. */
const OPPOSITES: Partial<Record<SourceFinding['kind'], SourceFinding['kind']>> = {
  confirmed: 'provisional',
  provisional: 'confirmed',
};

/** Keeps the latest findings in memory, and logs each that says something new. */
export function createSourceFindings(log: Log): SourceFindings {
  const latest = new Map<string, SourceFinding>();

  return {
    record(finding) {
      const name = nameOf(finding);
      const before = latest.get(name);
      latest.delete(nameOf({ ...finding, kind: OPPOSITES[finding.kind] ?? finding.kind }));
      latest.delete(name);
      latest.set(name, finding);
      if (!before || !saysTheSame(before, finding)) {
        write(log, finding);
      }
    },

    forget: (about) => void latest.delete(nameOf(about)),

    latest: () => [...latest.values()].toReversed(),
  };
}

function nameOf({ kind, subject, source = '' }: FindingAbout): string {
  return [kind, subject, source].join('\n');
}

function saysTheSame(one: SourceFinding, other: SourceFinding): boolean {
  return JSON.stringify({ ...one, at: 0 }) === JSON.stringify({ ...other, at: 0 });
}

function write(log: Log, finding: SourceFinding): void {
  if (WORRYING.has(finding.kind)) {
    log.warn('source finding', { ...finding });
  } else {
    log.info('source finding', { ...finding });
  }
}
