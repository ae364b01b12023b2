import type { ReplyFile } from '#discord/command/command.ts';
import { PLAIN_ACCENT, TROUBLE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { newYork } from '#discord/message/format.ts';
import { quoted } from '#discord/message/quoted.ts';
import { type Part, type View, collapsible, text } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import type { BacktestOutcome, BacktestProgress } from '#services/history/backtest.ts';
import type { ReplayProgress } from '#services/history/play-episode.ts';

/** How far a replay has come, or how it ended. */
export function replayView({ title, arrived, planned, instant, ended }: ReplayProgress): View {
  const texts = en.history.replay;
  const isWhole = arrived >= planned;
  const progress = isWhole ? texts.ended(arrived) : texts.endedShort(arrived, planned);
  return fit({
    accent: ended && !isWhole ? TROUBLE_ACCENT : PLAIN_ACCENT,
    parts: [
      text(
        texts.title(quoted(title)),
        ended ? progress : texts.progress(arrived, planned),
        texts.clock(newYork(instant)),
      ),
      text(`-# ${texts.apart}`),
    ],
  });
}

const FUNNEL = 'funnel.png';

/** How far a backtest has come. */
export function backtestNews({ done, all }: BacktestProgress): View {
  return fit({ accent: PLAIN_ACCENT, parts: [text(en.history.backtest.running(done, all))] });
}

/** What a backtest found, in short; its files say the rest. */
export function backtestView({ from, until, headline, funnel, confirmed, files }: BacktestOutcome): View {
  const texts = en.history.backtest;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(texts.title(from, until), quoted(headline)),
      collapsible(
        1,
        texts.funnelName,
        funnel.map(({ id, count }) => texts.funnel(id, count)),
      ),
      text(confirmed.length > 0 ? texts.confirmed(confirmed.join(', ')) : texts.nobody),
      ...files.map(({ name }): Part =>
        name === FUNNEL ? { kind: 'picture', name, shows: texts.picture } : { kind: 'file', name },
      ),
      text(texts.disclaimer),
    ],
  });
}

/** The report's files, for the answer that carries them. */
export function backtestFiles({ files }: BacktestOutcome): readonly ReplyFile[] {
  return files.map(({ name, content }) => ({
    name,
    bytes: content,
    description: en.history.backtest.file(name),
  }));
}
