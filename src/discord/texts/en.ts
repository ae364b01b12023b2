import { book } from '#discord/texts/en/book.ts';
import { calibration } from '#discord/texts/en/calibration.ts';
import { bookFiles } from '#discord/texts/en/book-files.ts';
import { card } from '#discord/texts/en/card.ts';
import { checklist } from '#discord/texts/en/checklist.ts';
import { commands } from '#discord/texts/en/commands.ts';
import { context } from '#discord/texts/en/context.ts';
import { correction } from '#discord/texts/en/correction.ts';
import { condors } from '#discord/texts/en/condors.ts';
import { decision } from '#discord/texts/en/decision.ts';
import { deliveries } from '#discord/texts/en/deliveries.ts';
import { doctor } from '#discord/texts/en/doctor.ts';
import { degraded } from '#discord/texts/en/degraded.ts';
import { exposures } from '#discord/texts/en/exposures.ts';
import { hedge } from '#discord/texts/en/hedge.ts';
import { history } from '#discord/texts/en/history.ts';
import { market } from '#discord/texts/en/market.ts';
import { notices } from '#discord/texts/en/notices.ts';
import { problems } from '#discord/texts/en/problems.ts';
import { scenario } from '#discord/texts/en/scenario.ts';
import { releases } from '#discord/texts/en/releases.ts';
import { standing } from '#discord/texts/en/standing.ts';
import { status } from '#discord/texts/en/status.ts';
import { term } from '#discord/texts/en/term.ts';
import { topics } from '#discord/texts/en/topics.ts';

/** Every word that people read, in English. Numbers and dates arrive already written. */
export const en = {
  book,
  calibration,
  bookFiles,
  card,
  checklist,
  commands,
  condors,
  context,
  correction,
  decision,
  deliveries,
  doctor,
  degraded,
  exposures,
  hedge,
  history,
  market,
  notices,
  problems,
  releases,
  scenario,
  standing,
  status,
  term,
  topics,
};
