import type { Episode } from '#domain/history/history.ts';
import type { SettingEdit } from '#ports/ledger/settings-store.ts';
import type { RecordedEpisode } from '#ports/sources/episodes.ts';
import { createSteppedClock } from '#adapters/clock/stepped-clock.ts';
import { openStore } from '#adapters/store/open-store.ts';
import { createNonce } from '#discord/delivery/create-nonce.ts';
import { ReplayStepper } from '#scheduler/replay-stepper.ts';
import { openModelBook } from './open-model-book.ts';
import { type ReplayReport, replayReport } from './replay-report.ts';
import { type Steward, type StewardParts, assembleSteward } from '#assemble-steward.ts';

/** What a replay shares with whoever starts it; the rest of the steward's parts are its own. */
export type ReplayParts = Omit<
  StewardParts,
  'store' | 'releases' | 'prints' | 'market' | 'marketClock' | 'nonceOf' | 'about'
> & {
  readonly recorded: RecordedEpisode;
  /** Of its own: a replay never touches what a server keeps. */
  readonly folder: string;
  readonly server: string;
  /** Settings that the server begins with, as people would type them; left alone where it has some. */
  readonly settings: SettingEdit['values'];
  /** Whether its server begins with the method's own book, at the marks of the evening before. */
  readonly hasModelBook?: true;
  readonly about: Omit<StewardParts['about'], 'sources' | 'episode'>;
  /** Simulated seconds in one; 0 for as fast as it goes. */
  readonly speed: number;
  readonly changed: () => void;
  /**
   * What its messages are named after; the store's own id when absent. Two runs of the same name print the same,
   * and so must never meet in one Discord.
   */
  readonly name?: string;
  /** Another way to open the store, for those who watch every write. */
  readonly open?: typeof openStore;
};

/** The product assembled a second time: recorded sources, a clock that is stepped, a store of its own. */
export type Replay = {
  readonly episode: Episode;
  readonly steward: Steward;
  readonly stepper: ReplayStepper;
  readonly clock: { now(): number };
  /** Messages that have arrived, and how many the work planned up to the episode's end will bring. */
  readonly count: () => Promise<{ readonly planned: number; readonly arrived: number }>;
  report(): Promise<ReplayReport>;
  /** Stops playing and closes the store. */
  close(): Promise<void>;
};

/** @throws StoreUnusable */
export async function openReplay(parts: ReplayParts): Promise<Replay> {
  const { recorded, server, wallClock } = parts;
  const { episode } = recorded;
  const store = await (parts.open ?? openStore)(parts.folder, parts.thresholds);
  const { ledger, settings } = store;
  await ledger.reclaimWork();
  await ledger.reclaimDeliveries();
  if ((await settings.read(server)).version === 0) {
    await settings.change(server, { by: 'playground', at: wallClock.now(), values: parts.settings });
  }
  const { marks, calendar } = parts;
  if (parts.hasModelBook && marks) {
    await openModelBook({ ledger, marks, calendar }, { server }, episode.firstAt);
  }
  const clock = createSteppedClock((await ledger.replayPosition())?.instant ?? episode.firstAt);
  const steward = assembleSteward({
    ...parts,
    store,
    releases: recorded.calendar,
    prints: recorded.prints,
    market: recorded.market,
    marketClock: clock,
    nonceOf: createNonce(parts.name ?? store.id),
    about: { ...parts.about, sources: 'recorded', episode: { id: episode.id, title: episode.title } },
  });
  const { runDue, deliver } = steward;
  const stepper = new ReplayStepper({ ...parts, episode, clock, ledger, runDue, deliver });

  return {
    episode,
    steward,
    stepper,
    clock,
    count: async () => {
      const until = stepper.canContinue ? episode.lastAt : episode.endsAt;
      // Both are asked for at once: closing waits for what was asked before it.
      const [{ planned, sent }, work] = await Promise.all([
        ledger.countDeliveries(),
        ledger.work(episode.firstAt, until),
      ]);
      const coming = work.filter(({ status }) => status.state !== 'skipped').length;
      return { planned: Math.max(planned, coming), arrived: sent };
    },
    report: () => replayReport({ episode, ledger, server }),
    async close() {
      await stepper.stop();
      await store.close();
    },
  };
}
