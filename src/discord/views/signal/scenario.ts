import type { ScenarioPath, ScenarioPlace } from '#domain/signal/scenario-place.ts';
import type { Scenario, ScenarioCell, ScenarioRow } from '#domain/signal/scenario.ts';
import { ratio, signed } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import { type Part, collapsible } from '#discord/message/view.ts';

/** The decision table, told in lines that a phone can show: rows that say the same are told once. */
export function scenarioParts({ rows, today, hasConsensus, standDown }: Scenario): readonly Part[] {
  const { scenario, decision } = en.signal;
  return [
    collapsible(1, 'the table', [
      scenario.title,
      ...blocksOf(rows).flatMap((block) => blockLines(block, today)),
      `-# ${scenario.assumes(!hasConsensus)}`,
      ...standDown.map((reason) => `-# ${decision.standsDown}: ${decision.standDown[reason]}`),
    ]),
  ];
}

/** Paths that lead to numbers of their own as a rule; the others stand in the whole table. */
const SHORT: readonly ScenarioPath[] = ['no-lag', 'lag', 'both'];

/** The few rows of it that lead to different numbers, and what the Fed's calendar does to them. */
export function shortScenario({ rows, today }: Scenario): readonly string[] {
  const short = rows.map((row) => ({ ...row, cells: row.cells.filter((cell) => isTold(cell, row)) }));
  return blocksOf(short).flatMap((block) => shortBlock(block, today && toldFor(today, block[0])));
}

/** Whether an FOMC statement keeps steps down; nothing where none is near. */
export function fomcNear({ rows }: Scenario): readonly string[] {
  const limits = new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.ratio.limits)));
  const { scenario } = en.signal;
  return [
    ...(limits.has('halved-fomc') ? [scenario.fomcHalves] : []),
    ...(limits.has('blocked-fomc') ? [scenario.fomcBlocks] : []),
  ];
}

function isTold({ path, ratio: reading }: ScenarioCell, { cells }: ScenarioRow): boolean {
  const both = cells.find((cell) => cell.path === 'both');
  return SHORT.includes(path) || (path === 'both-and-breadth' && reading.next !== both?.ratio.next);
}

/** The row that stands for a path which is not told by itself: the one before it. */
function toldFor(path: ScenarioPath, { cells }: ScenarioRow): ScenarioPath {
  const isThere = cells.some((cell) => cell.path === path);
  return isThere ? path : path === 'partly' ? 'lag' : 'both';
}

function shortBlock([first, ...others]: Block, today: ScenarioPath | undefined): readonly string[] {
  const { scenario } = en.signal;
  const names = shortNames([first, ...others]);
  const [cell] = first.cells;
  if (cell && first.cells.every((other) => outcome(other) === outcome(cell))) {
    return [
      cell.ratio.step === 0
        ? scenario.noStep(names, shortRatio(cell))
        : scenario.shortSame(names, cell.state, shortRatio(cell)),
    ];
  }
  return [
    scenario.atClose(names),
    ...first.cells.map(
      (each) =>
        `${scenario.shortCell(scenario.short[each.path], each.state, shortRatio(each))}${each.path === today ? scenario.nowHere : ''}`,
    ),
  ];
}

/** Such as `In line or strong`: what is very weak or very strong is named by itself only where it leads elsewhere. */
function shortNames(rows: readonly ScenarioRow[]): string {
  const classes = rows.map((row) => row.class);
  const names = classes
    .filter((name) => !name.startsWith('very-') || !classes.some((other) => name === `very-${other}`))
    .map((name) => en.releases.classes[name])
    .join(en.signal.scenario.or);
  return `${names.charAt(0).toUpperCase()}${names.slice(1)}`;
}

function shortRatio({ ratio: reading }: ScenarioCell): string {
  return reading.step === 0 ? ratio(reading.now) : `${ratio(reading.now)} → ${ratio(reading.next)}`;
}

/** Where a decision lies in it; nothing for decisions that are not about day 0. */
export function placeLines(place: ScenarioPlace | undefined): readonly string[] {
  if (!place) {
    return [];
  }
  const print = en.releases.classes[place.class];
  return place.path === undefined
    ? [`-# ${en.signal.scenario.placeUntold(print)}`]
    : [`-# ${en.signal.scenario.place(print, en.signal.scenario.paths[place.path])}`];
}

/** Rows beside each other whose cells read the same. */
type Block = readonly [ScenarioRow, ...ScenarioRow[]];

function blocksOf(rows: readonly ScenarioRow[]): readonly Block[] {
  return rows.reduce<readonly Block[]>((blocks, row) => {
    const last = blocks.at(-1);
    return last && readAlike(last[0], row) ? [...blocks.slice(0, -1), [...last, row]] : [...blocks, [row]];
  }, []);
}

function readAlike(first: ScenarioRow, second: ScenarioRow): boolean {
  return first.cells.every((cell, index) => {
    const other = second.cells[index];
    return other !== undefined && outcome(cell) === outcome(other);
  });
}

function blockLines([first, ...others]: Block, today: Scenario['today']): readonly string[] {
  const { scenario } = en.signal;
  const names = [first, ...others].map(rowName).join(scenario.or);
  const [cell] = first.cells;
  const same = cell && first.cells.every((other) => outcome(other) === outcome(cell));
  return [
    scenario.row(names),
    ...(same
      ? [scenario.whatever(cell.state, ratioText(cell))]
      : first.cells.map(
          (each) =>
            `${scenario.cell(scenario.paths[each.path], each.state, ratioText(each))}${each.path === today ? scenario.today : ''}`,
        )),
  ];
}

function rowName({ class: name, deviations }: ScenarioRow): string {
  const score = deviations === undefined ? '' : `${signed(deviations, 0)}σ`;
  return en.signal.scenario.print(en.releases.classes[name], score);
}

function outcome(cell: ScenarioCell): string {
  return `${cell.state} ${ratioText(cell)}`;
}

function ratioText({ ratio: reading }: ScenarioCell): string {
  const { scenario } = en.signal;
  return reading.step === 0
    ? scenario.stays(ratio(reading.now))
    : scenario.moves(ratio(reading.now), ratio(reading.next), ratio(reading.target));
}
