import type { Decision } from '#domain/signal/decision.ts';
import type { Evidence } from '#domain/signal/evidence.ts';
import type { BudgetCheck } from '#domain/hedge/hedge-report.ts';
import type { PrintClass, PrintReading } from '#domain/releases/print.ts';
import type { Release } from '#domain/releases/release.ts';
import type { Scenario, ScenarioCell, ScenarioRow } from '#domain/signal/scenario.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { KnownPrint } from '#domain/signal/snapshot.ts';
import { makeDecision } from '#engine/decision/make-decision.ts';
import { assess, type EvaluationInputs } from '#engine/decision/assess.ts';
import { holds } from '#engine/evidence/measure.ts';
import type { MarketMeasures } from '#engine/evidence/measure-market.ts';
import { classOfScore } from '#engine/print/print-class.ts';
import { PATHS, scenarioPath, TRUTHS } from '#engine/decision/scenario-path.ts';

/** Surprises that the table has a row for, in standard deviations. */
const DEVIATIONS: readonly number[] = [-2, -1, 0, 1, 2];

/** The rows where prints are judged in points and a deviation says nothing. */
const CLASSES: readonly PrintClass[] = ['very-weak', 'weak', 'in-line', 'strong', 'very-strong'];

export type ComingRelease = {
  readonly release: Pick<Release, 'id' | 'kind' | 'referenceMonth' | 'scheduledAt'>;
  readonly dayZero: Session;
  readonly sessionBefore: Session;
  readonly hasConsensus: boolean;
  /** As it stands at the closes of the evening. */
  readonly evidence: readonly Evidence[];
  /** What the step of a decision costs and may cost; absent, or `undefined` of a step, where nothing is held to a budget. */
  readonly priceStep?: (decision: Decision) => BudgetCheck | undefined;
};

/**
 * What the engine will decide at the close of a release's day 0, for each surprise and each thing that may be true
 * then. Made by the engine itself, with a supposed print and supposed evidence; the VIX, the calendar of the Fed,
 * the ratio, the settings and the prices of the hedge are those of the evening on which it is asked.
 *
 * @param inputs - with a snapshot that asks about day 0 and knows the closes before it
 */
export function buildScenario(
  inputs: EvaluationInputs,
  market: MarketMeasures,
  coming: ComingRelease,
): Scenario {
  const today = scenarioPath(coming.evidence.map(bySpreadAlone));
  return {
    rows: rowsOf(inputs.settings).map((row): ScenarioRow => ({
      ...row,
      cells: cellsOf(inputs, market, { coming, row }),
    })),
    ...(today && { today }),
    standDown: assess(inputs, market).standDown,
    hasConsensus: coming.hasConsensus,
  };
}

type Row = Omit<ScenarioRow, 'cells'>;

function rowsOf(settings: Settings): readonly Row[] {
  const bounds = { weak: settings['print.weakZ'], veryWeak: settings['print.veryWeakZ'] };
  return settings['print.method'] === 'points'
    ? CLASSES.map((name) => ({ class: name }))
    : DEVIATIONS.map((deviations) => ({ class: classOfScore(deviations, bounds), deviations }));
}

function cellsOf(
  inputs: EvaluationInputs,
  market: MarketMeasures,
  { coming, row }: { readonly coming: ComingRelease; readonly row: Row },
): readonly ScenarioCell[] {
  const { snapshot } = inputs;
  const reading = supposedReading(coming, row);
  const supposed = { ...snapshot, prints: [...snapshot.prints, supposedPrint(coming)] };
  return PATHS.map((path): ScenarioCell => {
    const assessment = assess({ ...inputs, snapshot: supposed }, market, { reading, truths: TRUTHS[path] });
    const first = makeDecision(assessment);
    const budget = first.ratio.step > 0 ? coming.priceStep?.(first) : undefined;
    const { state, ratio } = budget ? makeDecision({ ...assessment, budget }) : first;
    return { path, state, ratio };
  });
}

function supposedReading(
  { release, hasConsensus }: ComingRelease,
  { class: name, deviations }: Row,
): PrintReading {
  return {
    classified: true,
    releaseId: release.id,
    kind: release.kind,
    referenceMonth: release.referenceMonth ?? '',
    class: name,
    method: deviations === undefined ? 'points' : 'standardised',
    ...(deviations !== undefined && { z: deviations }),
    fragile: false,
    surprises: [],
    hasConsensus,
    late: false,
  };
}

/** Only its day is read: what it says is supposed. */
function supposedPrint({ release, dayZero, sessionBefore }: ComingRelease): KnownPrint {
  const { id, kind, referenceMonth = '', scheduledAt } = release;
  return {
    print: {
      releaseId: id,
      kind,
      referenceMonth,
      figures: { headline: {}, core: {}, headlineYearly: {} },
      scheduledAt,
      releasedAt: scheduledAt,
      receivedAt: scheduledAt,
      source: 'supposed',
      quality: 'proxy',
    },
    history: [],
    dayZero,
    sessionBefore,
  };
}

/** Before a print there is no close before it to fall behind: the residual alone tells whether small caps lag. */
function bySpreadAlone(piece: Evidence): Evidence {
  const z = piece.measures.find(({ id }) => id === 'lagZ');
  return piece.id === 'lag' && z ? { ...piece, truth: holds(z) } : piece;
}
