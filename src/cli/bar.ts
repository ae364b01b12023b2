/** A line that says how far something has come, drawn over itself; nothing where nobody watches. */
export type Bar = {
  readonly tell: (done: number, all: number) => void;
  readonly clear: () => void;
};

const WIDTH = 30;

/** Parts of the whole after which the line is drawn again. */
const STEPS = 100;

/** @param unit - what is counted, in the plural */
export function createBar(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>, unit: string): Bar {
  if (!stream.isTTY) {
    return { tell: () => undefined, clear: () => undefined };
  }
  let drawn = -1;
  return {
    tell(done, all) {
      const step = Math.floor((done / all) * STEPS);
      if (step !== drawn) {
        drawn = step;
        const filled = Math.round((done / all) * WIDTH);
        const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
        stream.write(`\r\u001B[2K${bar} ${done} of ${all} ${unit}`);
      }
    },
    clear: () => {
      stream.write('\r\u001B[2K');
    },
  };
}
