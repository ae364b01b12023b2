import type { AlertKind } from '#domain/delivery/alert-kind.ts';
import type { State } from '#domain/signal/decision.ts';

/** What a server may set. Keys, units and ranges stand in one table, `config/thresholds.ts`. */
export type Settings = {
  readonly 'ratio.base': number;
  readonly 'ratio.confirmed': number;
  readonly 'ratio.hardCap': number;
  /** What a step of the ratio scales: the hedge's own exposure, or the measured ratio itself. */
  readonly 'ratio.meaning': 'multiplier' | 'absolute';
  readonly 'step.up': number;
  readonly 'step.down': number;
  readonly 'step.deadband': number;
  readonly 'step.cooldownSessions': number;
  readonly 'step.maxUpPerEvent': number;
  readonly 'step.downAfterCloses': number;
  readonly 'print.method': 'standardised' | 'points';
  readonly 'print.weakZ': number;
  readonly 'print.veryWeakZ': number;
  readonly 'print.coreWeight': number;
  /** Percentage points. */
  readonly 'print.weakPoints': number;
  readonly 'print.requireConsensus': boolean;
  readonly 'event.windowSessions': number;
  readonly 'lag.z': number;
  readonly 'lag.betaWindow': number;
  readonly 'trend.period': number;
  readonly 'breadth.sessions': number;
  readonly 'breadth.z': number;
  readonly 'breadth.fallbackD': number;
  readonly 'rsi.period': number;
  readonly 'rsi.rutMax': number;
  readonly 'rsi.gapMax': number;
  /** Fast, slow and signal period, sessions. */
  readonly 'macd.periods': readonly [number, number, number];
  readonly 'confirm.windowBars': number;
  /** Hedge expirations that the ratio is measured over, nearest first. */
  readonly 'exposure.expirations': number;
  /** RVX less VIX counts as high above so many times its own mean. */
  readonly 'smallCapVol.multiple': number;
  /** Percent by which VIX3M stands above VIX. */
  readonly 'term.flat': number;
  readonly 'term.steep': number;
  /** VIX points, ascending. */
  readonly 'vix.gates': readonly [number, number, number];
  readonly 'vix.lateLevel': number;
  readonly 'vix.lateJump': number;
  /** `shift`: out by one to three weeks for a credit; `theta`: a tested short of few days, a few days on and back. */
  readonly 'timeShift.mode': 'shift' | 'theta';
  /** Calendar days to roll by: VIX below 16, from 16 to 20, above 20. */
  readonly 'timeShift.days': readonly [number, number, number];
  /** Percent of the tested short side that is rolled. */
  readonly 'timeShift.portion': number;
  /** Standard deviations of the VIX future between which added calls are struck. */
  readonly 'strike.sdMin': number;
  readonly 'strike.sdMax': number;
  readonly 'strike.mode': 'lognormal' | 'linear';
  /** Calendar days to expiry with which the short, medium and long layer begin. */
  readonly 'layers.days': readonly [number, number, number];
  /** VIX calls of each layer per ten condors. */
  readonly 'layers.perTenCondors': readonly [number, number, number];
  readonly 'layers.delta': number;
  /** Calendar days held, and calendar days left, from which a layer's roll is due. */
  readonly 'layers.rollAge': readonly [number, number, number];
  readonly 'layers.daysFloor': readonly [number, number, number];
  /** Standard deviations to expiry between SPX and the nearer break-even; the second while confirmed. */
  readonly 'breakEven.minZ': number;
  readonly 'breakEven.confirmedZ': number;
  /** What the expected daily range is read from: VIX9D, VIX, or VIX9D with the realised volatility of 20 sessions. */
  readonly 'edr.mode': 'vix9d' | 'vix' | 'blend';
  /** Calls that a plan names first: of `layers.delta`, 1.5 to 2 SD out, or a mixture of what is held. */
  readonly 'plan.style': 'delta' | 'seed' | 'held';
  /** Percent of SPX and points of the VIX, at once: the shock that cover is told under. */
  readonly 'cover.shock': readonly [number, number];
  /** Dollars a condor; a smaller loss is too small to divide by. */
  readonly 'cover.minLoss': number;
  readonly 'monetise.enabled': boolean;
  /** Standard deviations of the VIX above its 20 closes before. */
  readonly 'monetise.sd': number;
  /** Value over cost. */
  readonly 'monetise.multiple': number;
  /** Points after bid, ask and fees. */
  readonly 'parity.edgeSpx': number;
  readonly 'parity.edgeVix': number;
  /** Percent of `budget.capital` that the hedge may cost in a year. */
  readonly 'budget.annualPercent': number;
  /** Dollars; `null` while nobody has said, and then nothing is held against it. */
  readonly 'budget.capital': number | null;
  readonly 'fomc.policy': 'halve' | 'block' | 'ignore';
  /** What a server keeps of its positions: lots, mere counts, or nothing. */
  readonly 'book.kind': 'lots' | 'counts' | 'none';
  /** Open iron condors; `null` while nobody has said. */
  readonly 'book.condors': number | null;
  /** VIX calls in the first three hedge expirations, nearest first; `null` while nobody has said. */
  readonly 'book.hedge': readonly [number, number, number] | null;
  /** Stewards who must approve a change of the book besides the one who proposes it. */
  readonly 'book.approvals': number;
  /** Discord channel id; `null` until set up. */
  readonly 'alerts.channel': string | null;
  /** Role that is mentioned on CAPITULATION and UNWIND; `null` mentions nobody. */
  readonly 'alerts.role': string | null;
  /** Follow-ups and checks below this state make no sound; the cards of day 0 always do. */
  readonly 'alerts.minState': State;
  readonly 'alerts.kinds': Readonly<Record<AlertKind, 'on' | 'silent' | 'off'>>;
  /** `HH:MM-HH:MM` in `timezone`: messages are silent then; `null` for none. */
  readonly 'alerts.quietHours': string | null;
  readonly 'exposure.visibility': 'server' | 'ephemeral';
  /** Role that may edit the book and tick; `null` leaves that to Manage Server. */
  readonly 'steward.role': string | null;
  /** Language of what is posted. */
  readonly locale: 'en';
  /** IANA name. */
  readonly timezone: string;
};

export type SettingKey = keyof Settings;

/** A key that there was once; stored settings, histories and exports of before may still name it. */
export type RetiredKey = 'ratio.mode' | 'breakEven.buffer' | 'breakEven.confirmedBuffer';

/** Why and when a setting went. */
export type RetiredSetting = {
  readonly key: RetiredKey;
  /** After "gone, because". */
  readonly reason: string;
  /** Epoch milliseconds (UTC). */
  readonly at: number;
};

/** One change of one setting, as kept for the record. Values as they are stored (JSON). */
export type SettingChange = {
  readonly key: SettingKey | RetiredKey;
  readonly from: unknown;
  /** `null` where the setting itself went. */
  readonly to: unknown;
  /** Why, where nobody changed it: the setting went. */
  readonly reason?: string;
  /** Discord user id, or the name of the part of the bot that did it. */
  readonly by: string;
  /** Epoch milliseconds (UTC). */
  readonly at: number;
};

/** A server's settings: everything filled in, and how they came to be. */
export type ServerSettings = {
  /** Counts changes; 0 for a server that never changed anything. */
  readonly version: number;
  readonly settings: Settings;
  /** The last hundred, oldest first. */
  readonly changes: readonly SettingChange[];
};

/** Everything that must be true of a value of one setting, for Discord, for people and for the store. */
export type ThresholdRule = {
  readonly key: SettingKey;
  readonly group: string;
  /** What it decides, one sentence. */
  readonly meaning: string;
  /** Unit in words, empty for plain choices. */
  readonly unit: string;
  /** How the default and the limits are shown, such as `0.60` and `0.20 to 1.00`. */
  readonly usual: string;
  readonly range: string;
  /** Choices where only some values are possible; absent otherwise. */
  readonly choices?: readonly string[];
};

/** A setting as somebody typed it. */
export type SettingText = { readonly key: string; readonly text: string };

/** What a document of settings says. */
export type ImportedSettings = {
  readonly values: readonly SettingText[];
  readonly retired: readonly RetiredSetting[];
};

/** Reads and checks what people type; the rules themselves are values handed in from outside. */
export type ThresholdBook = {
  readonly rules: readonly ThresholdRule[];
  readonly defaults: Settings;
  /**
   * Settings with one of them read from text.
   *
   * @throws UnknownSetting, InvalidSetting (out of range, wrong type, or at odds with another key)
   */
  change(settings: Settings, key: string, text: string): Settings;
  /**
   * Settings with several of them read from text. What must hold between keys is asked of the result alone.
   *
   * @throws UnknownSetting, InvalidSetting; then none is changed
   */
  changeAll(settings: Settings, values: readonly SettingText[]): Settings;
  /**
   * What a preset types: its own values, and the default of every other threshold of the method. Book, alerts and
   * server stay as they are.
   *
   * @throws UnknownPreset
   */
  preset(name: string): readonly SettingText[];
  readonly presets: readonly Preset[];
  /** Everything but what names things of one server (channel, roles), as JSON with a schema version. */
  exported(settings: Settings): string;
  /**
   * What an export types, and which settings it names that there are no more.
   *
   * @throws ImportRefused
   */
  imported(text: string): ImportedSettings;
  /** Settings that there were once. */
  readonly retired: readonly RetiredSetting[];
  /** A setting as people read it. */
  show(settings: Settings, key: SettingKey): string;
  /**
   * Full settings from what a store kept, defaults filled in.
   *
   * @throws Error if what was kept is not valid
   */
  restore(stored: unknown): Settings;
};

/** A named choice of thresholds. */
export type Preset = {
  readonly name: string;
  /** What it is for, one sentence. */
  readonly meaning: string;
  /** What it sets, as people would type it; the method's other thresholds go back to their defaults. */
  readonly values: readonly { readonly key: string; readonly text: string }[];
};
