import { decimal, whole } from './number-kinds.ts';
import type { ValueKind } from './value-kind.ts';

const SESSIONS = ['session', 'sessions', 'closes', 'bars', 'days'];
const DEVIATIONS = ['σ', 'sd', 'standard deviations'];
const POINTS = ['point', 'points', 'pts', 'vix points', 'rsi points'];
const PERCENT = ['%', 'percent'];
const PERCENTAGE_POINTS = [...PERCENT, 'pp', 'percentage points'];

type Kind = (least: number, most: number) => ValueKind<number>;

/** Shares and ratios, also as people write them in percent. */
export const ratio: Kind = (least, most) => decimal({ least, most, decimals: 2, asPercent: true });
export const sessions: Kind = (least, most) => whole(least, most, SESSIONS);
export const deviations: Kind = (least, most) => decimal({ least, most, decimals: 2, units: DEVIATIONS });
export const points: Kind = (least, most) => decimal({ least, most, decimals: 1, units: POINTS });
export const percent: Kind = (least, most) => decimal({ least, most, decimals: 1, units: PERCENT });
export const percentagePoints: Kind = (least, most) =>
  decimal({ least, most, decimals: 2, units: PERCENTAGE_POINTS });
