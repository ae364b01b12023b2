import { quoted } from './quoted.ts';
import { type Part, text } from './view.ts';

/** What must be printed on everything that is not live. */
export function watermarkPart(watermark: string | undefined): readonly Part[] {
  return watermark === undefined ? [] : [text(`-# ${watermarkText(watermark)}`)];
}

export function watermarkText(watermark: string): string {
  return `**${quoted(watermark)}**`;
}
