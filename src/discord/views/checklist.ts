import type { Checklist, ChecklistAnswer, Tick } from '../../domain/checklist.ts';
import type { ChecklistAccount } from '../../services/index.ts';
import { STATE_ACCENT } from '../accents.ts';
import { fit } from '../fit.ts';
import { stamp } from '../format.ts';
import { code, named } from '../quoted.ts';
import { en } from '../texts/en.ts';
import { buttons, type Part, RULE, spare, text, type View } from '../view.ts';
import { decidingText } from './evidence-text.ts';
import { findingText } from './finding-text.ts';
import { headline } from './headline.ts';
import { tickLink } from './tick-link.ts';
import { watermarkPart } from './watermark.ts';

/** The checklist alone, as `/checklist show` answers. */
export function checklistView({ checklist, decision, watermark }: ChecklistAccount): View {
  return fit({
    accent: STATE_ACCENT[decision.state],
    parts: [
      text(...headline(decision)),
      ...watermarkPart(watermark),
      RULE,
      ...checklistParts(checklist, {}),
      text(`-# ${en.checklist.stewardsTick} ${code(decision.id)}`, `-# ${en.card.disclaimer}`),
    ],
  });
}

type Frame = {
  /** What the alert's message is found again by; absent on messages that are no alerts. */
  readonly mark?: string;
  readonly isPassing?: true;
};

/** Questions with their answers, and a button for each where marks are kept. */
export function checklistParts(checklist: Checklist, { mark, isPassing }: Frame): readonly Part[] {
  const { answers, ticks } = checklist;
  if (answers.length === 0) {
    return [];
  }
  const done = answers.filter(({ item }) => tickOf(ticks, item)).length;
  return [
    spare(3, 'checklist', [
      isPassing ? en.checklist.passing : `${en.checklist.title} ${en.checklist.of(done, answers.length)}`,
      ...answers.map((answer) => answerText(answer, tickOf(ticks, answer.item))),
    ]),
    ...(isPassing ? [] : tickButtons(checklist, mark)),
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

function answerText(answer: ChecklistAnswer, tick: Tick | undefined): string {
  const { item, number, status, measures } = answer;
  const facts = [findingText(answer), decidingText({ measures })].filter((fact) => fact !== '');
  return [
    `**${number}** ${en.checklist.questions[item]} · **${en.checklist.marks[status]}**`,
    ...(facts.length === 0 ? [] : [`-# ${facts.join(', ')}`]),
    ...(tick ? [`-# ${en.checklist.ticked(named('person', tick.by), stamp(tick.at))}`] : []),
  ].join('\n');
}

function tickOf(ticks: readonly Tick[], item: ChecklistAnswer['item']): Tick | undefined {
  return ticks.find((tick) => tick.item === item);
}
