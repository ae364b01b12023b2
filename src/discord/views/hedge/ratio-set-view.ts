import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { ratio, stamp } from '#discord/message/format.ts';
import { named, quoted } from '#discord/message/quoted.ts';
import { type View, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import type { RatioSet } from '#services/hedge/set-ratio.ts';

/** A programme ratio that somebody has set, and what the rules make of it. */
export function ratioSetView({ override, base, watermark }: RatioSet): View {
  const texts = en.hedge;
  const { from, to, by, at, why } = override;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(
        texts.ratioSet(ratio(from), ratio(to)),
        texts.ratioSetBy(named('person', by), stamp(at), quoted(why)),
      ),
      ...watermarkPart(watermark),
      text(to > base ? texts.ratioSetAbove : texts.ratioSetBase, `-# ${texts.ratioSetRecord}`),
    ],
  });
}
