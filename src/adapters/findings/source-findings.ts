import type { SourceFinding } from '../../domain/source-finding.ts';
import type { Log } from '../../ports/log.ts';
import type { SourceFindings } from '../../ports/source-findings.ts';

/** Findings that reach the log as a warning; the others are good news. */
const WORRYING: ReadonlySet<SourceFinding['kind']> = new Set([
  'refused',
  'impossible',
  'missing',
  'provisional',
  'proxy',
]);

/** A finding takes the place of those of these kinds about the same subject and source. */
const SUPERSEDES: Partial<Record<SourceFinding['kind'], readonly SourceFinding['kind'][]>> = {
  confirmed: ['provisional'],
  provisional: ['confirmed'],
  sound: ['refused', 'impossible', 'missing', 'proxy'],
};

/** Keeps the latest findings in memory, and logs each that says something new. */
export function createSourceFindings(log: Log): SourceFindings {
  const latest = new Map<string, SourceFinding>();

  return {
    record(finding) {
      const name = nameOf(finding);
      const before = latest.get(name);
      for (const kind of SUPERSEDES[finding.kind] ?? []) {
        latest.delete(nameOf(finding, kind));
      }
      latest.delete(name);
      latest.set(name, finding);
      if (!before || !saysTheSame(before, finding)) {
        write(log, finding);
      }
    },

    latest: () => [...latest.values()].toReversed(),
  };
}

function nameOf(finding: SourceFinding, kind = finding.kind): string {
  const source = 'source' in finding ? finding.source : '';
  return [kind, finding.subject, source].join('\n');
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
