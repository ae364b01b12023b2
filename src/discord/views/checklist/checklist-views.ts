import { PLAIN_ACCENT, STATE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { newYorkDate, stamp } from '#discord/message/format.ts';
import { code, named, quoted } from '#discord/message/quoted.ts';
import {
  type Part,
  RULE,
  type View,
  buttons,
  collapsible,
  text,
  watermarkPart,
} from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { tickLink } from './tick-link.ts';
import { decidingText, findingText } from '#discord/views/signal/evidence-text.ts';
import { headline } from '#discord/views/signal/headline.ts';
import type { Checklist, ChecklistAnswer, ChecklistNote, Tick } from '#domain/checklist/checklist.ts';
import type { PastChecklist } from '#services/checklist/past-checklists.ts';
import type { ChecklistReport } from '#services/checklist/show-checklist.ts';

/** The checklist alone, as `/checklist show` answers. */
export function checklistView({ checklist, decision, watermark }: ChecklistReport): View {
  return fit({
    accent: STATE_ACCENT[decision.state],
    parts: [
      text(...headline(decision)),
      ...watermarkPart(watermark),
      RULE,
      ...checklistParts(checklist, { isWhole: true }),
      text(`-# ${en.checklist.stewardsTick} ${code(decision.id)}`, `-# ${en.signal.card.disclaimer}`),
    ],
  });
}

/** Notes of one item shown under it. */
const NOTES_SHOWN = 2;

type Frame = {
  /** What the alert's message is found again by; absent on messages that are no alerts. */
  readonly mark?: string;
  readonly isEphemeral?: true;
  /** Every item with all its numbers; a card tells what wants looking at and names the rest. */
  readonly isWhole?: true;
};

/** Questions with their answers, and a button for each where marks are kept. */
export function checklistParts(checklist: Checklist, { mark, isEphemeral, isWhole }: Frame): readonly Part[] {
  const { answers, ticks } = checklist;
  if (answers.length === 0) {
    return [];
  }
  const done = answers.filter(({ item }) => tickOf(ticks, item)).length;
  return [
    collapsible(3, 'checklist', [
      isEphemeral ? en.checklist.ephemeral : `${en.checklist.title} ${en.checklist.of(done, answers.length)}`,
      ...(isWhole ? answers.map((answer) => answerText(answer, checklist)) : shortLines(checklist)),
    ]),
    ...(isEphemeral ? [] : tickButtons(checklist, mark)),
  ];
}

function tickButtons({ answers, ticks, decisionId }: Checklist, mark: string | undefined): readonly Part[] {
  return buttons(
    answers.map(({ item, number }) => {
      const ticked = tickOf(ticks, item) !== undefined;
      return {
        label: ticked ? en.checklist.untick(number) : en.checklist.tick(number),
        done: ticked,
        link: tickLink({ decisionId, item, ticked: !ticked, ...(mark !== undefined && { mark }) }),
      };
    }),
  );
}

/** What asks for something, a line each; what does not, by its numbers. */
function shortLines(checklist: Checklist): readonly string[] {
  const { answers, ticks } = checklist;
  const told = answers.filter(
    ({ status, item }) => isTold(status) || tickOf(ticks, item) || isOpenAgain(item, checklist),
  );
  const quiet = answers.filter((answer) => !told.includes(answer));
  const named = (status: ChecklistAnswer['status']): readonly string[] => {
    const numbers = quiet.filter((answer) => answer.status === status).map(({ number }) => number);
    return numbers.length === 0
      ? []
      : [`-# ${en.checklist.others(en.checklist.marks[status], numbers.join(', '))}`];
  };
  return [...told.map((answer) => shortText(answer, checklist)), ...named('ok'), ...named('unknown')];
}

function isTold(status: ChecklistAnswer['status']): boolean {
  return status === 'act' || status === 'watch';
}

function isOpenAgain(item: ChecklistAnswer['item'], { reopened }: Checklist): boolean {
  return reopened.some((open) => open.item === item);
}

function shortText(answer: ChecklistAnswer, checklist: Checklist): string {
  const { item, number, status } = answer;
  return [
    `**${number}** ${en.checklist.questions[item]} · **${en.checklist.marks[status]}** ${findingText(answer)}`.trimEnd(),
    ...markLines(item, checklist),
  ].join('\n');
}

function answerText(answer: ChecklistAnswer, checklist: Checklist): string {
  const { item, number, status, measures } = answer;
  const facts = [findingText(answer), decidingText({ measures })].filter((fact) => fact !== '');
  return [
    `**${number}** ${en.checklist.questions[item]} · **${en.checklist.marks[status]}**`,
    ...(facts.length === 0 ? [] : [`-# ${facts.join(', ')}`]),
    ...markLines(item, checklist),
    ...noteLines(checklist.notes.filter((note) => note.item === item)),
  ].join('\n');
}

/** Who ticked it, or who had and why that does not count any more. */
function markLines(item: ChecklistAnswer['item'], { ticks, reopened }: Checklist): readonly string[] {
  const { checklist } = en;
  const tick = tickOf(ticks, item);
  if (tick) {
    return [`-# ${checklist.ticked(named('person', tick.by), stamp(tick.at))}`];
  }
  const open = reopened.find((each) => each.item === item)?.tick;
  return open
    ? [
        `-# ${checklist.reopened(named('person', open.by), stamp(open.at), checklist.marks[open.seen.status])}`,
      ]
    : [];
}

/** The latest few; all of them stand in the history. */
function noteLines(notes: readonly ChecklistNote[]): readonly string[] {
  return notes
    .slice(-NOTES_SHOWN)
    .map(({ by, at, text: note }) => `-# ${en.checklist.note(named('person', by), stamp(at), quoted(note))}`);
}

function tickOf(ticks: readonly Tick[], item: ChecklistAnswer['item']): Tick | undefined {
  return ticks.find((tick) => tick.item === item);
}

/** Checklists of the latest events with every mark and note: the journal of what was looked at. */
export function pastChecklistsView(past: readonly PastChecklist[]): View {
  const { checklist } = en;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(checklist.history),
      ...(past.length === 0
        ? [text(checklist.noHistory)]
        : past.map((each) => collapsible(1, 'older', pastLines(each)))),
    ],
  });
}

function pastLines({ checklist: name, decision, ticks, notes }: PastChecklist): readonly string[] {
  const { checklist } = en;
  const marks = ticks.map(
    ({ item, by, at }) =>
      `-# ✓ ${checklist.questions[item]}: ${checklist.ticked(named('person', by), stamp(at))}`,
  );
  const written = notes.map(
    ({ item, by, at, text: note }) =>
      `-# ${checklist.questions[item]}: ${checklist.note(named('person', by), stamp(at), quoted(note))}`,
  );
  return [
    checklist.past(code(name), decision.state, newYorkDate(decision.asOf)),
    ...(marks.length + written.length === 0 ? [`-# ${checklist.untouched}`] : [...marks, ...written]),
  ];
}
