import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { ratio, stamp } from '#discord/message/format.ts';
import { code, named } from '#discord/message/quoted.ts';
import {
  type ButtonText,
  type Part,
  RULE,
  type View,
  buttons,
  collapsible,
  text,
  watermarkPart,
} from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { changeText, firstLines, signedEvent } from './lot-event-text.ts';
import { countText } from './lot-text.ts';
import type { BookSize, Proposal, ProposalEnd } from '#domain/book/proposal.ts';
import type { Session } from '#domain/market/session.ts';
import type { BookAnswer } from '#services/book/change-book.ts';
import type { BookServices } from '#services/book/index.ts';

const texts = en.book.proposals;

/** Proposals shown at once with their buttons. */
const SHOWN = 5;

/** A change that waits for a second steward, with what it would make of the book. */
export function proposalView({
  proposal,
  today,
  watermark,
}: Extract<BookAnswer, { kind: 'proposed' }>): View {
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(texts.title(proposal.id)),
      ...watermarkPart(watermark),
      ...proposalParts(proposal, today),
      text(`-# ${texts.rule}`),
      ...buttons(buttonsOf(proposal)),
    ],
  });
}

/** Everything that waits, and what became of the latest others. */
export function proposalsView({ pending, settled, today, watermark }: Listed): View {
  const shown = pending.slice(0, SHOWN);
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(texts.list, ...(pending.length === 0 ? [texts.none] : [])),
      ...watermarkPart(watermark),
      ...shown.flatMap((proposal) => [
        text(texts.entry(code(proposal.id))),
        ...proposalParts(proposal, today),
      ]),
      ...(pending.length > SHOWN ? [text(texts.more(pending.length - SHOWN))] : []),
      ...buttons(shown.flatMap(buttonsOf)),
      ...(settled.length === 0
        ? []
        : [RULE, collapsible(3, 'decided proposals', [texts.settled, ...settled.map(settledText)])]),
    ],
  });
}

type Listed = Awaited<ReturnType<BookServices['proposals']>>;

/** A proposal that was approved, and what that changed. */
export function approvedView(id: string, by: string, answer: BookAnswer): View {
  const events = answer.kind === 'applied' ? answer.events : [];
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(texts.approved(id, named('person', by))),
      ...watermarkPart(answer.watermark),
      collapsible(1, 'changes', firstLines(events.map((event) => signedEvent(event, answer.today)))),
    ],
  });
}

/** A proposal that was declined, or taken back by whoever had made it. */
export function declinedView({ id, by, standing }: Proposal): View {
  const decidedBy = standing.state === 'declined' ? standing.by : by;
  const line =
    decidedBy === by ? texts.takenBack(code(id)) : texts.declined(code(id), named('person', decidedBy));
  return fit({ accent: PLAIN_ACCENT, parts: [text(line)] });
}

function proposalParts(proposal: Proposal, today: Session): readonly Part[] {
  const { by, at, expiresAt, changes, before, after } = proposal;
  return [
    text(sizeText(before, after)),
    collapsible(2, 'changes', firstLines(changes.map((change) => changeText(change, today)))),
    text(
      `-# ${[texts.by(named('person', by), stamp(at, 'R')), texts.expires(stamp(expiresAt, 'R'))].join(' · ')}`,
    ),
  ];
}

function sizeText(before: BookSize, after: BookSize): string {
  return [
    texts.condors(countText(before.condors), countText(after.condors)),
    texts.hedges(countText(before.hedges), countText(after.hedges)),
    ...both(before.ratio, after.ratio, (one, other) => texts.ratio(one, other), ratio),
    ...both(before.hedgeDollars, after.hedgeDollars, (one, other) => texts.dollars(one, other), countText),
  ].join(' · ');
}

/** A value before and after; left out where neither is known. */
function both(
  before: number | undefined,
  after: number | undefined,
  sentence: (before: string, after: string) => string,
  written: (value: number) => string,
): readonly string[] {
  if (before === undefined && after === undefined) {
    return [];
  }
  const show = (value: number | undefined): string =>
    value === undefined ? texts.notValued : written(value);
  return [sentence(show(before), show(after))];
}

function buttonsOf({ id }: Proposal): readonly ButtonText[] {
  return [
    { label: texts.approve(id), link: { command: 'book', act: 'approve', key: id } },
    { label: texts.decline(id), link: { command: 'book', act: 'decline', key: id } },
  ];
}

function settledText({ id, standing }: Proposal): string {
  return standing.state === 'pending' ? code(id) : `-# ${endText(id, standing)}`;
}

function endText(id: string, end: ProposalEnd): string {
  const { states } = texts;
  const at = stamp(end.at, 'R');
  switch (end.state) {
    case 'approved':
    case 'declined':
      return states[end.state](code(id), named('person', end.by), at);
    case 'expired':
    case 'outdated':
      return states[end.state](code(id), at);
  }
}
