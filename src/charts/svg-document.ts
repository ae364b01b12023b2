import { PALETTE } from './palette.ts';
import { CAPITAL_HEIGHT, type Shape, type Stroke, type TextShape } from './shape.ts';

/** A picture as data, in picture units. */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  /** Width of its PNG; two pixels a unit where absent. */
  readonly pixels?: number;
  readonly shapes: readonly Shape[];
};

/** The drawing as an SVG document on the pictures' ground. The same drawing gives the same document. */
export function svgDocument({ width, height, shapes }: Drawing): string {
  const size = { width, height };
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', ...size, viewBox: `0 0 ${width} ${height}` };
  const ground = element('rect', { ...size, fill: PALETTE.background });
  return element('svg', attributes, `\n${[ground, ...shapes.map(shapeElement)].join('\n')}\n`);
}

function shapeElement(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      return textElement(shape);
    case 'line': {
      const [[x1, y1], [x2, y2]] = [shape.from, shape.to];
      return element('line', { x1, y1, x2, y2, ...strokeAttributes(shape.stroke) });
    }
    case 'path':
      return element('path', { d: shape.path, fill: 'none', ...strokeAttributes(shape.stroke) });
    case 'rect': {
      const { left, right, top, bottom } = shape.frame;
      const { colour, opacity, radius } = shape.fill;
      const size = { width: right - left, height: bottom - top };
      return element('rect', { x: left, y: top, ...size, rx: radius, fill: colour, 'fill-opacity': opacity });
    }
    case 'circle': {
      const [cx, cy] = shape.centre;
      const stroke = shape.stroke ? strokeAttributes(shape.stroke) : {};
      return element('circle', { cx, cy, r: shape.radius, fill: shape.fill.colour, ...stroke });
    }
  }
}

/** From the middle of the capitals, by which we place text, to the baseline, by which SVG does. */
function textElement({ text, x, y, ...style }: TextShape): string {
  const turned = style.rotation === 0 ? undefined : `rotate(${-style.rotation} ${round(x)} ${round(y)})`;
  return element(
    'text',
    {
      x,
      y: y + (style.size * CAPITAL_HEIGHT) / 2,
      'font-family': 'Inter',
      'font-size': style.size,
      'font-weight': style.weight,
      fill: style.colour,
      'text-anchor': style.anchor,
      'fill-opacity': style.opacity === 1 ? undefined : style.opacity,
      transform: turned,
      ...(style.halo !== undefined && {
        stroke: style.halo,
        'stroke-width': 5,
        'stroke-linejoin': 'round',
        'paint-order': 'stroke',
      }),
    },
    escaped(text),
  );
}

/** The opacity of a stroke or fill, not of an element: for that the rasterizer draws a picture of its own each time. */
function strokeAttributes({ colour, width = 1, dash, opacity }: Stroke): Attributes {
  return {
    stroke: colour,
    'stroke-width': width,
    'stroke-linejoin': 'round',
    'stroke-dasharray': dash?.join(' '),
    'stroke-opacity': opacity,
  };
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

function element(name: string, attributes: Attributes, content?: string): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === 'number' ? round(value) : escaped(value)}"`],
  );
  return `<${name}${written.join('')}${content === undefined ? '/>' : `>${content}</${name}>`}`;
}

/** A hundredth of a unit is a fiftieth of a pixel. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
