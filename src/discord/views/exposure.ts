import type { SignalReading } from '../../services/index.ts';
import { STATE_ACCENT } from '../accents.ts';
import { fit } from '../fit.ts';
import { ratio } from '../format.ts';
import { en } from '../texts/en.ts';
import { RULE, spare, text, type View } from '../view.ts';
import { footer } from './footer.ts';
import { contractLines, ratioLines } from './ratio-text.ts';
import { watermarkPart } from './watermark.ts';

/** What the server carries beside what its rules have adopted. */
export function exposureView({ decision, exposure, overview, watermark }: SignalReading): View {
  const { exposures } = en;
  const measured = exposure.mode === 'unit' ? ratio(exposure.ratio) : en.card.unknown;
  return fit({
    accent: STATE_ACCENT[decision.state],
    parts: [
      text(
        exposures.title(measured, ratio(decision.ratio.now)),
        `${decision.state}: ${en.decision.states[decision.state]}`,
      ),
      ...watermarkPart(watermark),
      RULE,
      text(...contractLines(exposure)),
      spare(
        1,
        'how it is counted',
        [exposures.formula, exposures.notFed].map((line) => `-# ${line}`),
      ),
      RULE,
      text(...ratioLines(decision)),
      text(`- ${en.card.leaveCondors}`),
      RULE,
      ...footer(decision, overview),
    ],
  });
}
