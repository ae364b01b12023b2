import type { ScenarioPlace } from '#domain/signal/scenario-place.ts';
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
