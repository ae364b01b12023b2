import type { IntervalsChart } from '#domain/history/study-chart.ts';
import { PALETTE, WIDTH } from './palette.ts';
import { bodyWidth, EDGE, round, type StudyBody, svgLine, svgText } from './study-shapes.ts';

const ROW = 22;
const HEAD = 24;
const GROUP_GAP = 14;
const GAP = 10;

type Group = IntervalsChart['groups'][number];
type Frame = { readonly left: number; readonly right: number };

/** Means and intervals around a line of zero; each group has a scale of its own. */
export function intervalsBody({ groups }: IntervalsChart, top: number): StudyBody {
  const left =
    EDGE + Math.max(0, ...groups.flatMap(({ rows }) => rows.map(({ label }) => bodyWidth(label)))) + GAP;
  const right = WIDTH - EDGE - bodyWidth('+00.00', 700) - GAP;
  let y = top;
  const shapes = groups.flatMap((group) => {
    const drawn = groupShapes(group, { left, right }, y);
    y += HEAD + group.rows.length * ROW + GROUP_GAP;
    return drawn;
  });
  return { shapes, height: y - top };
}

function groupShapes({ label, unit, rows }: Group, { left, right }: Frame, top: number): readonly string[] {
  const most = Math.max(
    0.01,
    ...rows.flatMap(({ mean, low = 0, high = 0 }) => [mean, low, high].map(Math.abs)),
  );
  const xOf = (value: number): number => left + ((value + most) / (2 * most)) * (right - left);
  const bottom = top + HEAD + rows.length * ROW;
  return [
    svgText(label, { x: EDGE, y: top + 15, weight: 600 }),
    svgText(`${(-most).toFixed(1).replace('-', '−')} to +${most.toFixed(1)} ${unit}`, {
      x: WIDTH - EDGE,
      y: top + 15,
      colour: PALETTE.muted,
      anchor: 'end',
    }),
    `<rect x="${round(left)}" y="${top + HEAD}" width="${round(right - left)}" height="${rows.length * ROW}" fill="${PALETTE.plot}"/>`,
    svgLine({ from: [xOf(0), top + HEAD], to: [xOf(0), bottom], colour: PALETTE.zero }),
    ...rows.flatMap((row, index) => rowShapes(row, xOf, top + HEAD + (index + 0.5) * ROW)),
  ];
}

function rowShapes(
  { label, mean, low, high }: Group['rows'][number],
  xOf: (value: number) => number,
  y: number,
): readonly string[] {
  const hasInterval = low !== undefined && high !== undefined;
  const clear = hasInterval && (low > 0 || high < 0);
  const colour = clear ? PALETTE.rut : PALETTE.spx;
  const sign = mean < 0 ? '−' : '+';
  return [
    svgText(label, { x: EDGE, y: y + 4.5, colour: PALETTE.muted }),
    ...(hasInterval ? [svgLine({ from: [xOf(low), y], to: [xOf(high), y], colour, width: 3 })] : []),
    `<circle cx="${round(xOf(mean))}" cy="${round(y)}" r="4" fill="${hasInterval ? colour : PALETTE.plot}" stroke="${colour}" stroke-width="2"/>`,
    svgText(`${sign}${Math.abs(mean).toFixed(2)}`, {
      x: WIDTH - EDGE,
      y: y + 4.5,
      anchor: 'end',
      weight: 700,
    }),
  ];
}
