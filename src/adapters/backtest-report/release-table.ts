import type { ReleaseRow } from '#domain/history/backtest.ts';
import type { EvidenceId } from '#domain/signal/evidence.ts';

const EVIDENCE: readonly EvidenceId[] = ['lag', 'trend', 'breadth', 'rsi', 'macd', 'lateGate'];

/** One line per release: its class, when each evidence first held in its window, states by session, what came of it. */
export function releaseTable(rows: readonly ReleaseRow[]): string {
  const sessions = Math.max(0, ...rows.map(({ states }) => states.length));
  const ages = Array.from({ length: sessions }, (_, age) => `state_${age}`);
  const head = [
    'release',
    'kind',
    'reference_month',
    'released_on',
    'day_zero',
    'class',
    'z',
    'fragile',
    'consensus',
    ...EVIDENCE.map((id) => `first_${id === 'lateGate' ? 'late_gate' : id}`),
    ...ages,
    'confirmed_on',
    'limits',
    'decision',
  ];
  return [head, ...rows.map((row) => lineOf(row, ages.length))]
    .map((cells) => `${cells.join(',')}\n`)
    .join('');
}

function lineOf(row: ReleaseRow, sessions: number): readonly string[] {
  const yesOrNo = (claim: boolean): string => (claim ? 'yes' : 'no');
  return [
    row.releaseId,
    row.kind,
    row.referenceMonth,
    row.releasedOn,
    row.dayZero,
    row.class,
    row.z === undefined ? '' : row.z.toFixed(4),
    yesOrNo(row.fragile),
    yesOrNo(row.hasConsensus),
    ...EVIDENCE.map((id) => row.firsts[id] ?? ''),
    ...Array.from({ length: sessions }, (_, age) => row.states[age] ?? ''),
    row.confirmedOn ?? '',
    row.limits.join(' '),
    row.outcome,
  ];
}
