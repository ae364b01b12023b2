import { parseArgs } from 'node:util';
import { WrongUse } from './doctor-arguments.ts';

export type HistoryArguments = {
  readonly help: boolean;
  /** Earliest day wanted, `YYYY-MM-DD`. */
  readonly from: string;
  readonly out?: string;
};

export const HISTORY_USAGE = `npm run history -- --from 2007 --out DIR   fills or continues a folder for npm run backtest
  --from YEAR         the first year, or a day YYYY-MM-DD (2007 unless told)
  --out DIR           the folder; what is in it stays as it is, and only what is new is added
First prints of CPI and PPI take FRED_API_KEY. Ends with 0 when the folder can be read by the backtest.`;

/** @throws WrongUse that says which option cannot be read and what would be */
export function readHistoryArguments(given: readonly string[]): HistoryArguments {
  const options = {
    help: { type: 'boolean', short: 'h', default: false },
    from: { type: 'string', default: '2007' },
    out: { type: 'string' },
  } as const;
  const { help, from, out } = parsed(given, options);
  return { help, from: day(from), ...(out !== undefined && { out }) };
}

function parsed<Options extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(
  given: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...given], options }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new WrongUse(`${reason}. npm run history -- --help lists what there is.`, { cause: error });
  }
}

function day(text: string): string {
  const whole = /^\d{4}$/.test(text) ? `${text}-01-01` : text;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(whole) && new Date(whole).toJSON()?.startsWith(whole) === true;
  if (!isDay) {
    throw new WrongUse(`--from takes a year such as 2007 or a day such as 2007-01-01, not "${text}".`);
  }
  return whole;
}
