import { readDay, readOptions, WrongUse } from './command-line.ts';

/** What was asked for on the command line of a backtest. */
export type BacktestArguments = {
  readonly help: boolean;
  readonly history: readonly string[];
  readonly out?: string;
  readonly from: string;
  readonly until?: string;
  readonly preset?: string;
  readonly set: readonly { readonly key: string; readonly text: string }[];
};

export const BACKTEST_USAGE = `npm run backtest -- --history DIR --out DIR   every release of a history through the engine, and a report
  --history DIR       a folder of recorded history; again for one that continues it
  --out DIR           where the report goes: report.md, pictures, releases.csv, summary.json
  --from YYYY-MM-DD   the first day 0 (2010-01-01 unless told)
  --until YYYY-MM-DD  the last one (the end of the history unless told)
  --preset NAME       a preset of thresholds: steward, strict, early, curated-vix
  --set KEY=VALUE     a threshold beside it, again for another, such as --set rsi.rutMax=40`;

/** @throws WrongUse that says which option cannot be read and what would be */
export function readBacktestArguments(args: readonly string[]): BacktestArguments {
  const { help, history, out, from, until, preset, set } = readOptions(args, {
    command: 'run backtest',
    options: {
      history: { type: 'string', multiple: true, default: new Array<string>() },
      out: { type: 'string' },
      from: { type: 'string', default: '2010-01-01' },
      until: { type: 'string' },
      preset: { type: 'string' },
      set: { type: 'string', multiple: true, default: new Array<string>() },
    },
  });
  return {
    help,
    history,
    from: readDay('--from', from),
    ...(out !== undefined && { out }),
    ...(until !== undefined && { until: readDay('--until', until) }),
    ...(preset !== undefined && { preset }),
    set: set.map(assignment),
  };
}

function assignment(text: string): { readonly key: string; readonly text: string } {
  const [key = '', ...rest] = text.split('=');
  if (key.trim() === '' || rest.length === 0) {
    throw new WrongUse(`--set takes KEY=VALUE such as rsi.rutMax=40, not "${text}".`);
  }
  return { key: key.trim(), text: rest.join('=') };
}
