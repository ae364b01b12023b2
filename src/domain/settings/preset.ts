/** A named choice of thresholds. */
export type Preset = {
  readonly name: string;
  /** What it is for, one sentence. */
  readonly meaning: string;
  /** What it sets, as people would type it; the method's other thresholds go back to their defaults. */
  readonly values: readonly { readonly key: string; readonly text: string }[];
};
