import { STATE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { type Part, RULE, type View, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { termContextLines } from './term-context-lines.ts';
import { termLines } from './term-lines.ts';
import { evidenceLines } from '#discord/views/signal/evidence-text.ts';
import { footer } from '#discord/views/signal/footer.ts';
import { gateLines } from '#discord/views/signal/gate-text.ts';
import { againstThreshold, measureName, sourceText } from '#discord/views/signal/measure-text.ts';
import type { EvidenceId, MarketTopic, Measure } from '#domain/signal/evidence.ts';
import type { MarketReport } from '#services/market/read-market.ts';
import type { TermReport } from '#services/market/read-term.ts';

/** The conditions that a topic is about. */
const ABOUT: Readonly<Record<MarketTopic, readonly EvidenceId[]>> = {
  'small-caps': ['lag', 'trend', 'rsi', 'macd', 'smallCapVol'],
  breadth: ['breadth'],
  term: ['term'],
  gate: ['lateGate'],
};

/** One side of the market: the conditions that it decides, and the numbers beside them. */
export function marketView(account: MarketReport, topic: MarketTopic, more: readonly Part[] = []): View {
  const { decision, details, overview, watermark } = account;
  const conditions = decision.evidence.filter(({ id }) => ABOUT[topic].includes(id));
  return fit({
    accent: STATE_ACCENT[decision.state],
    parts: [
      text(en.market.titles[topic]),
      ...watermarkPart(watermark),
      ...conditions.map((evidence) => collapsible(2, 'conditions', evidenceLines(evidence))),
      ...besideParts(details[topic]),
      ...gateParts(account, topic),
      ...more,
      RULE,
      ...footer(decision, overview),
    ],
  });
}

/**
 * The term structure with the curve of VIX futures.
 *
 * @param name - of the file that shows it
 */
export function termView(account: TermReport, name: string): View {
  const { picture, curve } = account;
  return marketView(account, 'term', [
    RULE,
    collapsible(1, 'futures', [...termLines(curve), ...termContextLines(account)]),
    ...(picture ? [{ kind: 'picture', shows: picture.altText, name } as const] : []),
  ]);
}

/** The chart of this moment with the numbers of the gates under it. */
export function chartView(
  { decision, overview, watermark }: MarketReport,
  shows: string,
  name: string,
): View {
  return fit({
    accent: STATE_ACCENT[decision.state],
    parts: [
      ...watermarkPart(watermark),
      { kind: 'picture', shows, name },
      collapsible(1, 'gates', gateLines(decision, overview)),
      RULE,
      ...footer(decision, overview),
    ],
  });
}

function besideParts(measures: readonly Measure[]): readonly Part[] {
  return measures.length === 0
    ? []
    : [RULE, collapsible(1, 'numbers', [en.market.beside, ...measures.map(measureLine)])];
}

function measureLine(measure: Measure): string {
  const source = sourceText(measure);
  return `- ${measureName(measure)} ${againstThreshold(measure)}${source === '' ? '' : ` · ${source}`}`;
}

function gateParts({ decision, overview, settings }: MarketReport, topic: MarketTopic): readonly Part[] {
  return topic !== 'gate'
    ? []
    : [
        RULE,
        collapsible(2, 'gates', gateLines(decision, overview)),
        text(
          `-# ${en.market.gates(settings['vix.gates'].join('/'), String(settings['vix.lateLevel']), String(settings['vix.lateJump']))}`,
        ),
      ];
}
