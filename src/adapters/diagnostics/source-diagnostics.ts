import type { SourceDiagnostic } from '#domain/market/source-diagnostic.ts';
import type { Log } from '#ports/log.ts';
import type { DiagnosticKey, SourceDiagnostics } from '#ports/sources/source-diagnostics.ts';

/** Diagnostics that reach the log as a warning; the others are good news. */
const WORRYING: ReadonlySet<SourceDiagnostic['kind']> = new Set([
  'refused',
  'impossible',
  'missing',
  'provisional',
  'proxy',
]);

/** Of these two only one can be so. */
const OPPOSITES: Partial<Record<SourceDiagnostic['kind'], SourceDiagnostic['kind']>> = {
  confirmed: 'provisional',
  provisional: 'confirmed',
};

/** Keeps the latest diagnostics in memory, and logs each that says something new. */
export function createSourceDiagnostics(log: Log): SourceDiagnostics {
  const latest = new Map<string, SourceDiagnostic>();

  return {
    record(diagnostic) {
      const name = nameOf(diagnostic);
      const before = latest.get(name);
      latest.delete(nameOf({ ...diagnostic, kind: OPPOSITES[diagnostic.kind] ?? diagnostic.kind }));
      latest.delete(name);
      latest.set(name, diagnostic);
      if (!before || !saysTheSame(before, diagnostic)) {
        write(log, diagnostic);
      }
    },

    forget: (about) => void latest.delete(nameOf(about)),

    latest: () => [...latest.values()].toReversed(),
  };
}

function nameOf({ kind, subject, source = '' }: DiagnosticKey): string {
  return [kind, subject, source].join('\n');
}

function saysTheSame(one: SourceDiagnostic, other: SourceDiagnostic): boolean {
  return JSON.stringify({ ...one, at: 0 }) === JSON.stringify({ ...other, at: 0 });
}

function write(log: Log, diagnostic: SourceDiagnostic): void {
  if (WORRYING.has(diagnostic.kind)) {
    log.warn('source diagnostic', { ...diagnostic });
  } else {
    log.info('source diagnostic', { ...diagnostic });
  }
}
