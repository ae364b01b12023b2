import type { BookFileProblem } from '#domain/book/book-file-problem.ts';
import type { BookProblem } from '#domain/book/book-problem.ts';
import type { ReleaseProblem } from '#domain/releases/release-problem.ts';
import type { ChannelClosed, SendFailed, SendRefused } from '#domain/delivery/delivery-problem.ts';
import { ExpectedError } from './expected-error.ts';
import type { HedgeProblem } from '#domain/hedge/hedge-problem.ts';
import type { HistoryUnusable, NoHistory } from '#domain/history/history-problem.ts';
import type {
  ImportRefused,
  NothingToUndo,
  SettingsMoved,
  UnknownPreset,
} from '#domain/settings/settings-problem.ts';

/** Somebody asked for what their role does not allow. */
export class NotAllowed extends ExpectedError {
  readonly code = 'not-allowed';
  readonly topic = 'settings';
  readonly needs: 'steward' | 'manageServer';
  constructor(needs: 'steward' | 'manageServer') {
    super(`needs ${needs}`);
    this.needs = needs;
  }
}

/** A command came from outside a server. */
export class OutsideServer extends ExpectedError {
  readonly code = 'outside-server';
  readonly topic = 'settings';
}

/** There is no setting of that name. */
export class UnknownSetting extends ExpectedError {
  readonly code = 'unknown-setting';
  readonly topic = 'settings';
  readonly key: string;
  /** Keys that look alike, nearest first; may be empty. */
  readonly similar: readonly string[];
  constructor(key: string, similar: readonly string[]) {
    super(`no setting ${key}`);
    this.key = key;
    this.similar = similar;
  }
}

/** A value cannot be taken: out of range, of the wrong type, or at odds with another setting. */
export class InvalidSetting extends ExpectedError {
  readonly code = 'invalid-setting';
  readonly topic = 'settings';
  readonly key: string;
  /** What would be accepted, in words. */
  readonly expected: string;
  constructor(key: string, expected: string) {
    super(`${key}: expected ${expected}`);
    this.key = key;
    this.expected = expected;
  }
}

/** There is no decision of that id in this server. */
export class UnknownDecision extends ExpectedError {
  readonly code = 'unknown-decision';
  readonly topic = 'signal';
  readonly id: string;
  constructor(id: string) {
    super(`no decision ${id}`);
    this.id = id;
  }
}

/** There is no recorded episode of that day. */
export class UnknownEpisode extends ExpectedError {
  readonly code = 'unknown-episode';
  readonly topic = 'history';
  readonly id: string;
  readonly known: readonly string[];
  constructor(id: string, known: readonly string[]) {
    super(`no episode ${id}`);
    this.id = id;
    this.known = known;
  }
}

/** A button or select belongs to a card that is no longer current. */
export class ExpiredCard extends ExpectedError {
  readonly code = 'expired-card';
  readonly topic = 'signal';
}

/** Nothing has been evaluated yet, so there is nothing to show. */
export class NothingYet extends ExpectedError {
  readonly code = 'nothing-yet';
  readonly topic = 'signal';
  readonly what: 'decision' | 'checklist' | 'release';
  constructor(what: 'decision' | 'checklist' | 'release') {
    super(`no ${what} yet`);
    this.what = what;
  }
}

/** Live sources are switched off, and the question needs them. */
export class NoLiveSources extends ExpectedError {
  readonly code = 'no-live-sources';
  readonly topic = 'market';
}

/** A replay is already running in this channel's server. */
export class ReplayRunning extends ExpectedError {
  readonly code = 'replay-running';
  readonly topic = 'history';
  readonly episode: string;
  constructor(episode: string) {
    super(`replay of ${episode} is running`);
    this.episode = episode;
  }
}

/** A source did not answer: trying again later may help. */
export class SourceUnavailable extends ExpectedError {
  readonly code = 'source-unavailable';
  readonly topic = 'market';
  readonly source: string;
  constructor(source: string, options?: ErrorOptions) {
    super(`${source} is not answering`, options);
    this.source = source;
  }
}

/** A source answered in a form that we do not know: trying again will not help. */
export class SourceChanged extends ExpectedError {
  readonly code = 'source-changed';
  readonly topic = 'market';
  readonly source: string;
  constructor(source: string, detail: string, options?: ErrorOptions) {
    super(`${source} changed: ${detail}`, options);
    this.source = source;
  }
}

/** The store cannot be used: another process has it, it is damaged, a newer version wrote it, or its disk is full. */
export class StoreUnusable extends ExpectedError {
  readonly code = 'store-unusable';
  readonly topic = 'health';
  readonly file: string;
  readonly why: 'locked' | 'corrupt' | 'newer' | 'full' | 'unreadable';
  constructor(
    file: string,
    why: 'locked' | 'corrupt' | 'newer' | 'full' | 'unreadable',
    options?: ErrorOptions,
  ) {
    super(`${file} is ${why}`, options);
    this.file = file;
    this.why = why;
  }
}

/** What stands in a row of the store is not what it should be; everything else can still be used. */
export class StoredRowDamaged extends ExpectedError {
  readonly code = 'stored-row-damaged';
  readonly topic = 'health';
  readonly table: string;
  /** What the row is found by. */
  readonly id: string;
  /** Members from the outermost on, joined by dots; empty for the whole. */
  readonly path: string;
  constructor(table: string, id: string, path: string, detail: string) {
    super(`${table} ${id}, ${path === '' ? 'as a whole' : path}: ${detail}`);
    this.table = table;
    this.id = id;
    this.path = path;
  }
}

export type Problem =
  | NotAllowed
  | OutsideServer
  | UnknownSetting
  | InvalidSetting
  | UnknownDecision
  | UnknownEpisode
  | ExpiredCard
  | NothingYet
  | NoLiveSources
  | ReplayRunning
  | SourceUnavailable
  | SourceChanged
  | ChannelClosed
  | SendFailed
  | SendRefused
  | StoreUnusable
  | StoredRowDamaged
  | HistoryUnusable
  | NoHistory
  | UnknownPreset
  | ImportRefused
  | NothingToUndo
  | SettingsMoved
  | BookProblem
  | BookFileProblem
  | ReleaseProblem
  | HedgeProblem;

/** Whether an error is one that we foresaw, so that its sentence may be shown. */
export function isProblem(error: unknown): error is Problem {
  return error instanceof ExpectedError;
}
