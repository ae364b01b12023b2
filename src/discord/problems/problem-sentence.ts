import type { ChannelClosed, SendFailed, SendRefused } from '#domain/delivery/delivery-problem.ts';
import type { HedgeProblem } from '#domain/hedge/hedge-problem.ts';
import type { Problem } from '#domain/problem.ts';
import type {
  ImportRefused,
  NothingToUndo,
  SettingsMoved,
  UnknownPreset,
} from '#domain/settings/settings-problem.ts';
import type { ReleaseProblem } from '#domain/releases/release-problem.ts';
import { ratio } from '#discord/message/format.ts';
import { code, named, quoted } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import { bookSentence } from './book-sentence.ts';

type About<Topic extends Problem['topic']> = Extract<Problem, { readonly topic: Topic }>;

const { problems } = en;

/** What somebody on Discord is told of a problem. A new one does not compile until it has its sentence here. */
export function problemSentence(problem: Problem): string {
  switch (problem.topic) {
    case 'book':
      return bookSentence(problem);
    case 'delivery':
      return deliverySentence(problem);
    case 'health':
      return healthSentence(problem);
    case 'hedge':
      return hedgeSentence(problem);
    case 'history':
      return historySentence(problem);
    case 'market':
      return marketSentence(problem);
    case 'releases':
      return releaseSentence(problem);
    case 'settings':
      return settingsSentence(problem);
    case 'signal':
      return signalSentence(problem);
  }
}

function signalSentence(problem: About<'signal'>): string {
  switch (problem.code) {
    case 'unknown-decision':
      return problems.unknownDecision(code(problem.id));
    case 'nothing-yet':
      return problems.nothingYet[problem.what];
    case 'expired-card':
      return problems.expiredCard;
  }
}

function healthSentence(problem: About<'health'>): string {
  switch (problem.code) {
    case 'store-unusable':
      return problems.store(problems.whyStore[problem.why]);
    case 'stored-row-damaged':
      return problems.storedRow(code(problem.table), code(problem.id), quoted(problem.path));
  }
}

function settingsSentence(problem: About<'settings'>): string {
  switch (problem.code) {
    case 'not-allowed':
      return problem.needs === 'steward' ? problems.notSteward : problems.notManager;
    case 'outside-server':
      return problems.outsideServer;
    case 'unknown-setting': {
      const { key, similar } = problem;
      const hint = similar.length > 0 ? problems.similar(similar.map(code).join(', ')) : problems.listThem;
      return `${problems.unknownSetting(code(key))} ${hint}`;
    }
    case 'invalid-setting':
      return problems.invalidSetting(code(problem.key), problem.expected);
    default:
      return changeSentence(problem);
  }
}

/** Why several settings were not changed at once. */
function changeSentence(problem: UnknownPreset | ImportRefused | NothingToUndo | SettingsMoved): string {
  const { settings } = en;
  switch (problem.code) {
    case 'unknown-preset':
      return settings.problems.unknownPreset(code(problem.preset), problem.known.map(code).join(', '));
    case 'import-refused':
      return settings.problems.importRefused(quoted(problem.why));
    case 'nothing-to-undo':
      return settings.problems.nothingToUndo;
    case 'settings-moved':
      return settings.problems.settingsMoved(problem.seen, problem.present);
  }
}

function historySentence(problem: About<'history'>): string {
  const { history } = en;
  switch (problem.code) {
    case 'unknown-episode':
      return problems.unknownEpisode(code(problem.id), problem.known.map(code).join(', '));
    case 'replay-running':
      return problems.replayRunning(code(problem.episode));
    case 'no-history':
      return history.problems.noHistory;
    case 'history-unusable':
      return history.problems.historyUnusable(quoted(problem.why));
  }
}

function marketSentence(problem: About<'market'>): string {
  switch (problem.code) {
    case 'no-live-sources':
      return problems.noLiveSources;
    case 'source-unavailable':
      return problems.sourceUnavailable(quoted(problem.source));
    case 'source-changed':
      return problems.sourceChanged(quoted(problem.source));
  }
}

function releaseSentence(problem: ReleaseProblem): string {
  const { notAwaited, impossibleFigure } = en.releases.problems;
  switch (problem.code) {
    case 'release-not-awaited':
      return notAwaited[problem.why](code(problem.release));
    case 'impossible-figure':
      return impossibleFigure[problem.why];
  }
}

function hedgeSentence(problem: HedgeProblem): string {
  switch (problem.code) {
    case 'invalid-ratio':
      return en.hedge.problems[problem.why](ratio(problem.ratio), ratio(problem.bound));
    case 'incomplete-trial':
      return en.hedge.lacks[problem.lacks];
  }
}

function deliverySentence(problem: ChannelClosed | SendFailed | SendRefused): string {
  switch (problem.code) {
    case 'channel-closed':
      return channelSentence(problem);
    case 'send-failed':
      return problems.sendFailed;
    case 'send-refused':
      return problems.sendRefused;
  }
}

function channelSentence({ channel, why, missing }: ChannelClosed): string {
  const name = named('channel', channel);
  return why === 'gone'
    ? problems.channelGone(name)
    : problems.channelForbidden(name, missing.length > 0 ? problems.missing(missing.join(', ')) : '');
}
