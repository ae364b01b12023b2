import { book } from '#discord/texts/en/book.ts';
import { checklist } from '#discord/texts/en/checklist.ts';
import { delivery } from '#discord/texts/en/delivery.ts';
import { health } from '#discord/texts/en/health.ts';
import { hedge } from '#discord/texts/en/hedge.ts';
import { history } from '#discord/texts/en/history.ts';
import { market } from '#discord/texts/en/market.ts';
import { problems } from '#discord/texts/en/problems.ts';
import { releases } from '#discord/texts/en/releases.ts';
import { settings } from '#discord/texts/en/settings.ts';
import { signal } from '#discord/texts/en/signal.ts';

/** Every word that people read, in English, by topic. Numbers and dates arrive already written. */
export const en = {
  book,
  checklist,
  delivery,
  health,
  hedge,
  history,
  market,
  problems,
  releases,
  settings,
  signal,
};
