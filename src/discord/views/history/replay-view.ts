import { PLAIN_ACCENT, TROUBLE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { newYork } from '#discord/message/format.ts';
import { quoted } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import { text, type View } from '#discord/message/view.ts';
import type { ReplayProgress } from '#services/history/play-episode.ts';

/** How far a replay has come, or how it ended. */
export function replayView({ title, arrived, planned, instant, ended }: ReplayProgress): View {
  const { replayTexts } = en.commands;
  const isWhole = arrived >= planned;
  const standing = isWhole ? replayTexts.ended(arrived) : replayTexts.endedShort(arrived, planned);
  return fit({
    accent: ended && !isWhole ? TROUBLE_ACCENT : PLAIN_ACCENT,
    parts: [
      text(
        replayTexts.title(quoted(title)),
        ended ? standing : replayTexts.progress(arrived, planned),
        replayTexts.clock(newYork(instant)),
      ),
      text(`-# ${replayTexts.apart}`),
    ],
  });
}
