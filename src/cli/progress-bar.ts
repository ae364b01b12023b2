/** A line that says how far something has come, drawn over itself; nothing where nobody watches. */
export type ProgressBar = {
  readonly tell: (done: number, all: number) => void;
  readonly clear: () => void;
};

/** Characters of the bar itself. */
const WIDTH = 24;

/** Goes back to the beginning of a terminal's line, and empties it. */
export const CLEAR_LINE = '\r\u001B[2K';

/** Parts of the whole after which the line is drawn again. */
const STEPS = 100;

/** A bar and its count, such as `██████░░░░ 3 of 5 series`. */
export function progressText(done: number, all: number, unit: string): string {
  const filled = all === 0 ? 0 : Math.round((done / all) * WIDTH);
  return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done} of ${all} ${unit}`;
}

/** @param unit - what is counted, in the plural */
export function createProgressBar(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
  unit: string,
): ProgressBar {
  if (!stream.isTTY) {
    return { tell: () => undefined, clear: () => undefined };
  }
  let drawn = -1;
  return {
    tell(done, all) {
      const step = Math.floor((done / all) * STEPS);
      if (step !== drawn) {
        drawn = step;
        stream.write(`${CLEAR_LINE}${progressText(done, all, unit)}`);
      }
    },
    clear: () => {
      stream.write(CLEAR_LINE);
    },
  };
}
