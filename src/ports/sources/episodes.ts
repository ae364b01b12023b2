import type { Episode } from '#domain/history/episode.ts';
import type { MarketData } from './market-data.ts';
import type { PrintSource } from './print-source.ts';
import type { ReleaseCalendar } from './release-calendar.ts';

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
