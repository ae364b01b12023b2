import { z } from 'zod';

/** What sources write where they have no number. */
const BLANKS: ReadonlySet<string> = new Set(['', '.', '-', '--', 'N/A', 'n/a', 'null', 'NaN', 'nan']);

/** A level as text: a number, or `undefined` for what no market can have (blank, NaN, 0 or less). Other words are refused. */
export const Level = z.string().transform((text, context) => {
  if (BLANKS.has(text)) {
    return undefined;
  }
  const value = Number(text);
  if (Number.isNaN(value)) {
    context.addIssue({ code: 'custom', message: `expected a number, not "${text.slice(0, 20)}"` });
    return z.NEVER;
  }
  return Number.isFinite(value) && value > 0 ? value : undefined;
});
