import type { ReplayReport } from './replay-report.ts';

/** Whether every planned message arrived and every planned look was taken. */
export function isComplete({ lost, undone }: ReplayReport): boolean {
  return lost.length === 0 && undone.length === 0;
}

/** How an episode ended: what arrived, what did not and why. */
export function endingSentence(report: ReplayReport): string {
  const { arrived, planned, lost, undone, surprises } = report;
  const lines = [`${arrived} of ${planned} messages arrived.`];
  lines.push(...lost.map(({ key, reason }) => `Did not arrive: ${key} (${reason}).`));
  lines.push(...undone.map((work) => `Was planned and not done: ${work}.`));
  lines.push(
    ...surprises.map(
      ({ expected, actual }) =>
        `${expected.session} ended in ${actual}; with the default thresholds it is ${expected.state} ${expected.ratio.toFixed(2)}.`,
    ),
  );
  return lines.join('\n');
}
