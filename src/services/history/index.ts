import type { HistoryArchive } from '#ports/sources/episodes.ts';
import { type Needs, bind } from '#services/bind.ts';
import { backtest, oneAtATime } from './backtest.ts';
import type { ListEpisodes, PlayEpisode } from './play-episode.ts';
import { previewThresholds } from './preview-thresholds.ts';
import { readBotHistory, readOnce } from './read-bot-history.ts';

type Deps = Omit<
  Needs<typeof backtest | typeof previewThresholds | typeof readBotHistory>,
  'readFolder' | 'readHistory'
> & {
  /** The operator's folder; absent where none is named. */
  readonly archive?: HistoryArchive;
};

/** Recorded episodes; whoever assembles the product plays them. */
export type EpisodeServices = { readonly episodes: ListEpisodes; readonly playEpisode: PlayEpisode };
/** What a backtest takes that is set once, by whoever runs the bot. */
export type BacktestSetup = Pick<Deps, 'archive' | 'report' | 'grid' | 'seed' | 'breathe'>;
export type HistoryServices = ReturnType<typeof bindHistory>;

/** Thresholds over the history that the bot has. */
export function bindHistory(deps: Deps) {
  const readFolder = readOnce(deps.archive);
  const readHistory = bind(readBotHistory, { ...deps, readFolder });
  return {
    previewThresholds: bind(previewThresholds, { ...deps, readHistory }),
    backtest: oneAtATime(bind(backtest, { ...deps, readFolder })),
  };
}
