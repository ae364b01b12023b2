import { describe, expect, it, vi } from 'vitest';
import { ReplayStepper, type StepperParts } from '#scheduler/replay-stepper.ts';

const EPISODE: StepperParts['episode'] = {
  id: '2014-09-17',
  title: 'an episode',
  firstAt: 1_000,
  lastAt: 10_000,
  endsAt: 20_000,
  releases: [],
  expected: [],
};

/** A stepper over work due at the given instants, on a clock whose waits end at once. */
function stepperOver(due: readonly number[], speed = 0, place?: number) {
  const left = [...due];
  const ran: number[] = [];
  const places: number[] = [];
  const waits: number[] = [];
  let now = EPISODE.firstAt;
  const ledger = {
    replayPosition: async () => (place === undefined ? undefined : { episode: EPISODE.id, instant: place }),
    saveReplayPosition: async (_episode: string, instant: number) => {
      places.push(instant);
    },
    nextWorkAt: async () => left[0],
    nextDeliveryAt: async () => undefined,
  };
  const parts = {
    episode: EPISODE,
    clock: {
      now: () => now,
      moveTo: (instant: number) => {
        now = instant;
      },
    },
    wallClock: {
      now: () => 0,
      wait: async (milliseconds: number) => {
        waits.push(milliseconds);
      },
    },
    ledger,
    runDue: async (instant: number) => {
      ran.push(instant);
      while (left[0] !== undefined && left[0] <= instant) {
        left.shift();
      }
    },
    deliver: vi.fn<() => Promise<void>>(async () => undefined),
    changed: () => undefined,
    speed,
  };
  const stepper = new ReplayStepper(parts);
  return { stepper, ran, places, waits, clock: parts.clock, deliver: parts.deliver };
}

describe('ReplayStepper', () => {
  it('does the work of every due instant in turn and ends at the last one of the episode', async () => {
    const { stepper, ran, clock } = stepperOver([2_000, 9_000, 15_000]);
    await stepper.start();
    expect(ran).toEqual([1_000, 2_000, 9_000]);
    expect(stepper.phase).toBe('ended');
    expect(clock.now()).toBe(EPISODE.lastAt);
  });

  it('keeps its place only after what was due has been delivered', async () => {
    const { stepper, places, deliver } = stepperOver([2_000]);
    await stepper.start();
    expect(places).toEqual([1_000, 2_000, 10_000]);
    expect(deliver).toHaveBeenCalledTimes(2);
  });

  it('goes on where it was', async () => {
    const { stepper, ran } = stepperOver([9_000], 0, 5_000);
    await stepper.start();
    expect(ran).toEqual([5_000, 9_000]);
  });

  it('plays on to the end of the recording when asked to continue', async () => {
    const { stepper, ran } = stepperOver([9_000, 15_000]);
    await stepper.start();
    await stepper.continue();
    await stepper.start();
    expect(ran).toEqual([1_000, 9_000, 10_000, 15_000]);
    expect(stepper.canContinue).toBe(false);
  });

  it('never keeps anybody waiting for more than four seconds between two instants', async () => {
    const { stepper, waits } = stepperOver([10_000], 0.001);
    await stepper.start();
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeCloseTo(4_000, -2);
  });

  it('takes one instant a step while it is paused', async () => {
    const { stepper, ran } = stepperOver([2_000, 3_000], 1);
    stepper.pause();
    const played = stepper.start();
    await vi.waitFor(() => expect(ran).toEqual([1_000]));
    stepper.step();
    await vi.waitFor(() => expect(ran).toEqual([1_000, 2_000]));
    expect(stepper.phase).toBe('paused');
    await stepper.stop();
    await played;
    expect(ran).toEqual([1_000, 2_000]);
  });
});
