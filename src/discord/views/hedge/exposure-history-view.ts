import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { decimal, newYorkDate, ratio, stamp } from '#discord/message/format.ts';
import { code, named, quoted } from '#discord/message/quoted.ts';
import { RULE, type View, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import type { RatioOverride } from '#domain/hedge/ratio-override.ts';
import type { ExposureHistory, RatioPoint } from '#services/hedge/exposure-history.ts';

const texts = en.hedge.exposure.history;

/** Evaluations that are listed under the picture. */
const LISTED = 15;

/** How the hedge stood at each evaluation, and who has set its programme by hand. */
export function exposureHistoryView(history: ExposureHistory, name: string): View {
  const { points, overrides, picture, watermark } = history;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(texts.title, en.hedge.exposure.meaningOfBoth),
      ...watermarkPart(watermark),
      ...(picture ? [{ kind: 'picture', shows: picture.altText, name } as const] : []),
      points.length === 0
        ? text(texts.none)
        : collapsible(2, 'evaluations', points.slice(0, LISTED).map(pointLine)),
      ...(overrides.length > 0
        ? [RULE, collapsible(1, 'ratios set by hand', [texts.overrides, ...overrides.map(overrideLine)])]
        : []),
      text(`-# ${en.signal.card.disclaimer}`),
    ],
  });
}

function pointLine({ asOf, state, programme, ratio: measured, stressRatio, decisionId }: RatioPoint): string {
  const figure = (value: number | undefined): string =>
    value === undefined ? en.signal.card.unknown : decimal(value, 2);
  const told = measured === undefined ? texts.noRatio : texts.ratio(figure(measured), figure(stressRatio));
  return texts.line({
    when: newYorkDate(asOf),
    state,
    programme: ratio(programme),
    ratio: told,
    id: code(decisionId),
  });
}

/** Who set the ratio, when, from what to what, and why. */
function overrideLine({ from, to, by, at, why }: RatioOverride): string {
  return texts.override({
    from: ratio(from),
    to: ratio(to),
    who: named('person', by),
    when: stamp(at),
    why: quoted(why),
  });
}
