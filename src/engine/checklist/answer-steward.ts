import type { ChecklistAnswer, ChecklistFinding, ChecklistStatus } from '#domain/checklist/checklist.ts';
import type { Decision, Memory } from '#domain/signal/decision.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { isAboveBase } from '#engine/decision/adopt-step.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import type { PrintAgreement } from '#domain/releases/print.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';

/** Item 13: how much of the event's steps is used, what holds the next one, and is there more hedge than allowed? */
export function answerSteward(decision: Decision, settings: Settings, memory: Memory): ChecklistAnswer {
  const { programme } = memory;
  const [status, finding] = judge(decision, isAboveBase(programme, settings));
  return {
    item: 'steward-check',
    number: 13,
    status,
    finding,
    measures: [],
    facts: [
      programme.upUsed,
      settings['step.maxUpPerEvent'],
      settings['step.cooldownSessions'],
      decision.ratio.now,
      decision.ratio.base,
      decision.ratio.hardCap,
      ...decision.ratio.limits,
    ],
  };
}

function judge({ ratio }: Decision, aboveBase: boolean): readonly [ChecklistStatus, ChecklistFinding] {
  if (roundOff(ratio.now - ratio.hardCap) > 0) {
    return ['act', 'above-cap'];
  }
  if (ratio.step !== 0) {
    return ['act', ratio.step > 0 ? 'step-up' : 'step-down'];
  }
  if (ratio.limits.length > 0) {
    return ['watch', 'held'];
  }
  return aboveBase ? ['watch', 'above-base'] : ['ok', 'at-base'];
}

const ANSWERS = {
  provisional: { status: 'watch', finding: 'quorum-one' },
  confirmed: { status: 'ok', finding: 'quorum-agreed' },
  disputed: { status: 'act', finding: 'quorum-disputed' },
} as const satisfies Record<PrintAgreement, Pick<ChecklistAnswer, 'status' | 'finding'>>;

/** Do two sources agree on the latest print? Nothing where nobody compares, as on recorded data. */
export function answerQuorum({ prints }: Pick<Snapshot, 'prints'>): readonly ChecklistAnswer[] {
  const latest = prints.at(-1);
  if (!latest?.standing) {
    return [];
  }
  const { kind, looks } = latest.standing;
  const facts = [latest.print.releaseId, looks.map(({ source }) => source).join(', ')];
  return [{ item: 'print-quorum', number: 15, measures: [], ...ANSWERS[kind], facts }];
}
