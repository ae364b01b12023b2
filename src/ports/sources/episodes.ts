import type { Episode, History } from '#domain/history/history.ts';
import type { MarketData } from './market-data.ts';
import type { PrintSource, ReleaseCalendar } from './release-data.ts';

/** An episode and the recorded sources that it is played from. */
export type RecordedEpisode = {
  readonly episode: Episode;
  readonly calendar: ReleaseCalendar;
  readonly prints: PrintSource;
  readonly market: MarketData;
};

/** The recorded episodes that come with the bot. */
export interface Episodes {
  /** In the order to list them. */
  list(): readonly { readonly id: string; readonly title: string }[];
  /** @throws UnknownEpisode */
  open(id: string): Promise<RecordedEpisode>;
}

/** Where recorded history is kept. */
export interface HistoryArchive {
  /** @throws HistoryUnusable */
  read(): Promise<History>;
}
