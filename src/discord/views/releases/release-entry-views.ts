import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { month, newYork, stamp } from '#discord/message/format.ts';
import { code, named, quoted } from '#discord/message/quoted.ts';
import { RULE, type View, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { expectedText, printCaveats, printText, surpriseLines } from './print-text.ts';
import type { CapturedForecasts } from '#domain/releases/captured-forecasts.ts';
import type { Release } from '#domain/releases/release.ts';
import type { ConsensusReport } from '#services/releases/enter-consensus.ts';
import type { EnteredPrint } from '#services/releases/enter-print.ts';

/** What counts as the consensus of a release from now on, and all that was captured for it. */
export function consensusView({ release, forecasts, captured, watermark }: ConsensusReport): View {
  const { releases } = en;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      ...watermarkPart(watermark),
      text(
        releases.entered(release.kind, monthOf(release)),
        `${newYork(release.scheduledAt)} (${stamp(release.scheduledAt, 'R')})`,
        releases.counts(expectedText(forecasts.figures), quoted(forecasts.source ?? en.signal.card.unknown)),
      ),
      RULE,
      text(`**${releases.captured}**`),
      ...captured.map((one) => collapsible(1, 'captures', [captureLine(one)])),
      text(`-# ${code(release.id)}`),
    ],
  });
}

/** Figures that a steward typed in, and how they were judged. */
export function enteredPrintView({ print, reading, isEvaluated, watermark }: EnteredPrint): View {
  const { releases } = en;
  const by = named('person', print.by ?? '');
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      ...watermarkPart(watermark),
      text(releases.typedTitle, printText(reading), ...surpriseLines(reading)),
      text(
        ...printCaveats(reading).map((line) => `-# ${line}`),
        `-# ${releases.typedPrint(by, stamp(print.receivedAt))} · ${en.market.qualities[print.quality]} · ${code(print.releaseId)}`,
      ),
      text(isEvaluated ? releases.evaluated : releases.notEvaluated),
    ],
  });
}

function captureLine({ capturedAt, figures, source, by }: CapturedForecasts): string {
  const { releases } = en;
  const who = by === undefined ? quoted(source) : releases.by(quoted(source), named('person', by));
  return `- ${releases.capture(stamp(capturedAt), who, expectedText(figures))}`;
}

function monthOf({ referenceMonth }: Release): string {
  return referenceMonth === undefined ? '' : en.signal.decision.monthOf(month(referenceMonth));
}
