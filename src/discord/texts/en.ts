import { book } from './en/book.ts';
import { calibration } from './en/calibration.ts';
import { bookFiles } from './en/book-files.ts';
import { card } from './en/card.ts';
import { checklist } from './en/checklist.ts';
import { commands } from './en/commands.ts';
import { context } from './en/context.ts';
import { correction } from './en/correction.ts';
import { condors } from './en/condors.ts';
import { decision } from './en/decision.ts';
import { deliveries } from './en/deliveries.ts';
import { doctor } from './en/doctor.ts';
import { degraded } from './en/degraded.ts';
import { exposures } from './en/exposures.ts';
import { hedge } from './en/hedge.ts';
import { history } from './en/history.ts';
import { market } from './en/market.ts';
import { notices } from './en/notices.ts';
import { problems } from './en/problems.ts';
import { scenario } from './en/scenario.ts';
import { releases } from './en/releases.ts';
import { standing } from './en/standing.ts';
import { status } from './en/status.ts';
import { term } from './en/term.ts';
import { topics } from './en/topics.ts';

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
