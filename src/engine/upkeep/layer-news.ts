import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { BookedLot } from '#domain/book/book-record.ts';
import type { LayerName, Positions } from '#domain/book/lot.ts';
import type { LayerReading } from '#domain/hedge/layer-reading.ts';
import type { HedgeNews } from '#domain/hedge/upkeep.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { bookLayers } from './base-size.ts';

/** Sessions between two messages about a layer that nobody mends. */
const EVERY = 3;

/** A server's lots, open and ended, on a New York day. */
export type LayerNewsCase = {
  readonly positions: Positions;
  readonly lots: readonly BookedLot[];
  readonly today: Session;
  readonly settings: Pick<Settings, 'layers.perTenCondors'>;
  readonly calendar: Pick<ExchangeCalendar, 'covers' | 'sessionsBetween'>;
};

type NamedLayerNews = { readonly name: string; readonly news: Extract<HedgeNews, { about: 'layer' }> };

/**
 * Layers that are empty, below half of their base size or settled without a successor: named once in every three
 * sessions from the layer's last change on, those of the same change in one message.
 *
 * @see docs/method.md#base-size
 */
export function layerNews(newsCase: LayerNewsCase): readonly NamedLayerNews[] {
  const { positions } = newsCase;
  const broken = bookLayers(newsCase).filter((reading) => 'status' in reading && reading.status === 'act');
  const lots = [...positions.condors, ...positions.hedges];
  const isIllustration = lots.every((lot) => lot.isIllustration === true);
  return [...Map.groupBy(broken, ({ layer }) => termOf(layer, newsCase))].map(([term, layers]) => ({
    name: `layer.${layers.map(nameOf).join('-')}.${term}`,
    news: { about: 'layer', layers, isIllustration },
  }));
}

/** What is wrong belongs to the name: a layer that gets worse is told at once. */
function nameOf({ layer, state }: LayerReading): string {
  return `${layer}-${state}`;
}

/** The day of the last change, and how many times three sessions have passed since. */
function termOf(layer: LayerName, { lots, positions, today, calendar }: LayerNewsCase): string {
  const changes = lots.filter(({ lot }) => lot.kind === 'hedge' && lot.layer === layer).flatMap(daysOf);
  const since = latest(changes) ?? latest(positions.condors.map(({ openedOn }) => openedOn)) ?? today;
  const sessions = calendar.covers(since) ? calendar.sessionsBetween(since, today).length - 1 : 0;
  return `${since}.${Math.max(0, Math.floor(sessions / EVERY))}`;
}

/** A lot that was entered by mistake never was. */
function daysOf({ lot, end }: BookedLot): readonly Session[] {
  if (end?.how === 'removed') {
    return [];
  }
  return [lot.openedOn, ...(end ? [end.on] : [])];
}

function latest(days: readonly Session[]): Session | undefined {
  return days.toSorted().at(-1);
}
