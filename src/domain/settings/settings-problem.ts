import { ExpectedError } from '#domain/expected-error.ts';

/** There is no preset of that name. */
export class UnknownPreset extends ExpectedError {
  readonly code = 'unknown-preset';
  readonly topic = 'settings';
  readonly preset: string;
  readonly known: readonly string[];
  constructor(preset: string, known: readonly string[]) {
    super(`no preset ${preset}; there are: ${known.join(', ')}`);
    this.preset = preset;
    this.known = known;
  }
}

/** Exported settings cannot be taken in; nothing was changed. */
export class ImportRefused extends ExpectedError {
  readonly code = 'import-refused';
  readonly topic = 'settings';
  /** What is wrong with them, in words. */
  readonly why: string;
  constructor(why: string, options?: ErrorOptions) {
    super(`settings were not imported: ${why}`, options);
    this.why = why;
  }
}

/** There is no change left that could be taken back. */
export class NothingToUndo extends ExpectedError {
  readonly code = 'nothing-to-undo';
  readonly topic = 'settings';
}

/** Settings were changed by somebody else since they were looked at. */
export class SettingsMoved extends ExpectedError {
  readonly code = 'settings-moved';
  readonly topic = 'settings';
  readonly seen: number;
  readonly present: number;
  constructor(seen: number, present: number) {
    super(`settings are at version ${present}, not ${seen}`);
    this.seen = seen;
    this.present = present;
  }
}
