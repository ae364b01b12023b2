import { z } from 'zod';

/** `0.3%`, `-0.1%`, `0.25%`. */
const PERCENT = /^(-?)(\d{1,2})(?:\.(\d{1,2}))?%$/;

const HUNDREDTHS = 100;
const HUNDREDTHS_IN_TICK = 5;

/**
 * A change in percent as ticks; `undefined` where the cell is blank: nobody has forecast, which is not 0.
 *
 * What does not lie on a tick of 0.05 is refused.
 */
export const PercentTicks = z.string().transform((text, context) => {
  if (text.trim() === '') {
    return undefined;
  }
  const [, sign, whole, fraction = ''] = PERCENT.exec(text.trim()) ?? [];
  const hundredths = Number(whole) * HUNDREDTHS + Number(fraction.padEnd(2, '0'));
  if (whole === undefined || hundredths % HUNDREDTHS_IN_TICK !== 0) {
    context.addIssue({
      code: 'custom',
      message: `expected a percentage in steps of 0.05, not "${text.slice(0, 20)}"`,
    });
    return z.NEVER;
  }
  const ticks = hundredths / HUNDREDTHS_IN_TICK;
  return sign === '-' && ticks > 0 ? -ticks : ticks;
});
