import type { ChecklistItemId, ChecklistStatus } from '../../../domain/checklist.ts';

const questions: Readonly<Record<ChecklistItemId, string>> = {
  'breadth-divergence': 'Small and large caps: A/D divergence',
  'dual-confirmation': 'Do both RSI and MACD confirm?',
  'moving-averages': 'Moving averages, Time-Shift',
  'vix-gate': 'VIX gate, term structure, daily range',
  'fomc-window': 'FOMC window',
  'steward-check': 'Steward check: steps, cooldown',
};

const marks: Readonly<Record<ChecklistStatus, string>> = {
  ok: '✓ ok',
  watch: '! watch',
  act: '‼ act',
  unknown: '? look yourself',
};

export const checklist = {
  title: '**Checklist**',
  questions,
  marks,
  ticked: (by: string, at: string) => `ticked by ${by} ${at}`,
  tick: (number: number) => `Tick ${number}`,
  untick: (number: number) => `✓ ${number}`,
  of: (done: number, all: number) => `${done} of ${all} ticked`,
  belongsTo: (state: string, id: string) => `${state} · ${id}`,
  stewardsTick: 'Stewards tick. Everyone sees the same marks.',
};
