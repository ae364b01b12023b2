import { PLAIN_ACCENT, TROUBLE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { newYork } from '#discord/message/format.ts';
import { quoted } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import { text, type View } from '#discord/message/view.ts';
import type { ReplayProgress } from '#services/history/play-episode.ts';

/** How far a replay has come, or how it ended. */
export function replayView({ title, arrived, planned, instant, ended }: ReplayProgress): View {
  const texts = en.history.replay;
  const isWhole = arrived >= planned;
  const standing = isWhole ? texts.ended(arrived) : texts.endedShort(arrived, planned);
  return fit({
    accent: ended && !isWhole ? TROUBLE_ACCENT : PLAIN_ACCENT,
    parts: [
      text(
        texts.title(quoted(title)),
        ended ? standing : texts.progress(arrived, planned),
        texts.clock(newYork(instant)),
      ),
      text(`-# ${texts.apart}`),
    ],
  });
}
