import { STATE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { ratio } from '#discord/message/format.ts';
import { code } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import { RULE, collapsible, text, type View } from '#discord/message/view.ts';
import { bodyParts } from './card-view.ts';
import { footer } from './footer.ts';
import { belowHeadline, headline } from './headline.ts';
import { watermarkPart } from '#discord/message/watermark.ts';
import type { SignalReport } from '#services/signal/read-signal.ts';

/** The signal as it stands this moment, beside the last one that was stored. */
export function signalView(reading: SignalReport): View {
  const { decision, overview, last, watermark } = reading;
  const { card } = en.signal;
  return fit({
    accent: STATE_ACCENT[decision.state],
    parts: [
      text(...headline(decision)),
      ...watermarkPart(watermark),
      collapsible(5, 'print', belowHeadline(decision)),
      ...bodyParts(reading),
      RULE,
      text(`-# ${last ? card.last(code(last.id), last.state, ratio(last.ratio.next)) : card.noLast}`),
      ...footer(decision, overview),
    ],
  });
}
