import { PLAIN_ACCENT, STATE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { day as dayText, newYorkDate, stamp } from '#discord/message/format.ts';
import { code, named, quoted } from '#discord/message/quoted.ts';
import { RULE, type View, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { tickSelect } from './tick-select.ts';
import { decidingText, findingText } from '#discord/views/signal/evidence-text.ts';
import { cardHeadline } from '#discord/views/signal/card-headline.ts';
import type { Checklist, ChecklistAnswer, ChecklistNote, Tick } from '#domain/checklist/checklist.ts';
import { statementPages } from '#domain/checklist/statement-pages.ts';
import type { ItemHistory } from '#services/checklist/item-history.ts';
import type { PastChecklist } from '#services/checklist/past-checklists.ts';
import type { ChecklistReport } from '#services/checklist/show-checklist.ts';

/** The checklist of a decision, for one person: whoever may tick has a select of its items. */
export function checklistView(report: ChecklistReport, mayTick: boolean): View {
  const { card, checklist, decision, watermark } = report;
  const { answers, ticks } = checklist;
  const done = answers.filter(({ item }) => tickOf(ticks, item)).length;
  return fit({
    accent: STATE_ACCENT[decision.state],
    parts: [
      text(en.checklist.title(done, answers.length), `-# ${cardHeadline(card)}`),
      ...watermarkPart(watermark),
      RULE,
      collapsible(
        3,
        'checklist',
        answers.map((answer) => answerText(answer, checklist)),
      ),
      ...(mayTick && answers.length > 0 ? [tickSelect(checklist)] : []),
      text(`-# ${en.checklist.stewardsTick} ${code(decision.id)}`, `-# ${en.signal.card.disclaimer}`),
    ],
  });
}

/** Notes of one item shown under it. */
const NOTES_SHOWN = 2;

function answerText(answer: ChecklistAnswer, checklist: Checklist): string {
  const { item, number, status, measures } = answer;
  const facts = [findingText(answer), decidingText({ measures })].filter((fact) => fact !== '');
  return [
    `**${number}** ${en.checklist.questions[item]} · **${en.checklist.marks[status]}**`,
    ...(facts.length === 0 ? [] : [`-# ${facts.join(', ')}`]),
    ...statementLines(answer),
    ...markLines(item, checklist),
    ...noteLines(checklist.notes.filter((note) => note.item === item)),
  ].join('\n');
}

/** Place of the latest statement's day among the facts of item 9. */
const LATEST_STATEMENT = 3;

const SESSION = /^\d{4}-\d\d-\d\d$/;

/** Where to read what item 9 asks about. */
function statementLines({ item, facts }: ChecklistAnswer): readonly string[] {
  const day = facts[LATEST_STATEMENT];
  if (item !== 'fomc-window' || typeof day !== 'string' || !SESSION.test(day)) {
    return [];
  }
  const { statement, pressConference } = statementPages(day);
  return [`-# ${en.checklist.statement(dayText(day), statement, pressConference)}`];
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

/** What people have noted and ticked of one item over every event, newest first. */
export function itemHistoryView({ item, entries }: ItemHistory): View {
  const { checklist } = en;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(checklist.itemHistory(checklist.questions[item])),
      entries.length === 0 ? text(checklist.noEntries) : collapsible(1, 'older', entries.map(entryLine)),
    ],
  });
}

function entryLine(entry: ItemHistory['entries'][number]): string {
  const { checklist } = en;
  const [who, when] = [named('person', entry.by), stamp(entry.at)];
  const what =
    entry.kind === 'note'
      ? checklist.note(who, when, quoted(entry.text))
      : `✓ ${checklist.ticked(who, when)}`;
  return `- ${what} · ${code(entry.checklist)}`;
}
