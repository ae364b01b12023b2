import type { ChannelClosed } from '#domain/delivery/delivery-problem.ts';
import { isProblem, type NotAllowed, type Problem, type UnknownSetting } from '#domain/problem.ts';
import { TROUBLE_ACCENT } from '#discord/message/accents.ts';
import { type AboutBookFile, explainBookFile, isAboutBookFile } from './book-file-problem-reply.ts';
import { type AboutBook, explainBook, isAboutBook } from './book-problem-reply.ts';
import type { Reply } from '#discord/command/command.ts';
import { fit } from '#discord/message/fit.ts';
import { type AboutHistory, explainHistory, isAboutHistory } from './history-problem-reply.ts';
import { type AboutHedge, explainHedge, isAboutHedge } from './hedge-problem-reply.ts';
import { code, named, quoted } from '#discord/message/quoted.ts';
import { type AboutRelease, explainRelease, isAboutRelease } from './release-problem-reply.ts';
import { en } from '#discord/texts/en.ts';
import { text } from '#discord/message/view.ts';

/** Somebody waited until the end of their timeout. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

/** What a person is told when their request failed. `reference` finds the failure in the log. */
export function problemReply(error: unknown, reference: string): Reply {
  const foreseen = isProblem(error);
  const sentences = (foreseen ? explain(error) : unforeseen(error)).split('\n');
  const lines = foreseen ? sentences : [...sentences, en.problems.reference(reference)];
  return { view: fit({ accent: TROUBLE_ACCENT, parts: [text(...lines)] }), audience: 'caller' };
}

function unforeseen(error: unknown): string {
  return error instanceof TimedOut ? en.problems.tooSlow : en.problems.ourSide;
}

/** The sentence for each problem; a new one does not compile until it has its own. */
function explain(problem: Problem): string {
  if (isAboutBook(problem)) {
    return explainBook(problem);
  }
  if (isAboutBookFile(problem)) {
    return explainBookFile(problem);
  }
  if (isAboutRelease(problem)) {
    return explainRelease(problem);
  }
  if (isAboutHedge(problem)) {
    return explainHedge(problem);
  }
  return isAboutHistory(problem) ? explainHistory(problem) : explainRequest(problem);
}

/** Problems that lie with what was asked. */
function explainRequest(
  problem: Exclude<Problem, AboutBook | AboutBookFile | AboutHedge | AboutHistory | AboutRelease>,
): string {
  const { problems } = en;
  switch (problem.code) {
    case 'not-allowed':
      return notAllowed(problem);
    case 'outside-server':
      return problems.outsideServer;
    case 'unknown-setting':
      return unknownSetting(problem);
    case 'invalid-setting':
      return problems.invalidSetting(code(problem.key), problem.expected);
    case 'unknown-decision':
      return problems.unknownDecision(code(problem.id));
    case 'unknown-episode':
      return problems.unknownEpisode(code(problem.id), problem.known.map(code).join(', '));
    case 'expired-card':
      return problems.expiredCard;
    case 'nothing-yet':
      return problems.nothingYet[problem.what];
    default:
      return explainSurroundings(problem);
  }
}

type AboutSurroundings = Extract<
  Problem,
  {
    code:
      | 'no-live-sources'
      | 'replay-running'
      | 'source-unavailable'
      | 'source-changed'
      | 'channel-closed'
      | 'send-failed'
      | 'send-refused'
      | 'store-unusable';
  }
>;

/** Problems that lie not with what was asked but with what the bot works with. */
function explainSurroundings(problem: AboutSurroundings): string {
  const { problems } = en;
  switch (problem.code) {
    case 'no-live-sources':
      return problems.noLiveSources;
    case 'replay-running':
      return problems.replayRunning(code(problem.episode));
    case 'source-unavailable':
      return problems.sourceUnavailable(quoted(problem.source));
    case 'source-changed':
      return problems.sourceChanged(quoted(problem.source));
    case 'channel-closed':
      return channelClosed(problem);
    case 'send-failed':
      return problems.sendFailed;
    case 'send-refused':
      return problems.sendRefused;
    case 'store-unusable':
      return problems.store(problems.whyStore[problem.why]);
  }
}

function notAllowed({ needs }: NotAllowed): string {
  return needs === 'steward' ? en.problems.notSteward : en.problems.notManager;
}

function unknownSetting({ key, similar }: UnknownSetting): string {
  const { problems } = en;
  const hint = similar.length > 0 ? problems.similar(similar.map(code).join(', ')) : problems.listThem;
  return `${problems.unknownSetting(code(key))} ${hint}`;
}

function channelClosed({ channel, why, missing }: ChannelClosed): string {
  const { problems } = en;
  const name = named('channel', channel);
  return why === 'gone'
    ? problems.channelGone(name)
    : problems.channelForbidden(name, missing.length > 0 ? problems.missing(missing.join(', ')) : '');
}
