import { type APISelectMenuOption, ComponentType, TextInputStyle } from 'discord.js';
import type { SettingChange, ThresholdRule } from '#domain/settings/settings.ts';
import type { Services } from '#services/index.ts';
import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { clip } from '#discord/message/clip.ts';
import type { ModalDraft } from '#discord/command/command.ts';
import { fit } from '#discord/message/fit.ts';
import { stamp } from '#discord/message/format.ts';
import { code, named } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import { type Part, RULE, selectRow, collapsible, text, type View } from '#discord/message/view.ts';

export type Thresholds = Awaited<ReturnType<Services['viewThresholds']>>;

/** Changes shown of the record. */
const CHANGES = 3;

/** Discord's limits: characters of a form's title, and of what is typed into it. */
const FORM_TITLE = 45;
const LONGEST_VALUE = 200;

const texts = en.settings.thresholds;

/** Groups in the order of the table, each once. */
export function groupsOf(rules: readonly ThresholdRule[]): readonly string[] {
  return [...new Set(rules.map(({ group }) => group))];
}

/**
 * One group of thresholds, with ways to another group.
 *
 * @param mayChange - whether to offer a change to the person who asks
 */
export function thresholdsView(thresholds: Thresholds, group: string, mayChange: boolean): View {
  const { rules, serverSettings } = thresholds;
  const shown = rules.filter((rule) => rule.group === group);
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(texts.title(group)),
      ...shown.map((rule) => collapsible(1, 'thresholds', ruleLines(rule, thresholds))),
      ...changesPart(serverSettings.changes.filter(({ key }) => shown.some((rule) => rule.key === key))),
      RULE,
      selectRow({ command: 'thresholds', act: 'group', key: '' }, texts.another, groupsOf(rules).map(option)),
      ...(mayChange
        ? [
            selectRow(
              { command: 'thresholds', act: 'change', key: '' },
              texts.change,
              shown.map(({ key }) => option(key)),
            ),
          ]
        : []),
      text(`-# ${texts.version(serverSettings.version)}`),
    ],
  });
}

/** What a change came to. */
export function changedView(change: Awaited<ReturnType<Services['changeThreshold']>>): View {
  const { key, from, to, version } = change;
  const line = from === to ? texts.same(code(key), to) : texts.changed(code(key), from, to);
  return fit({ accent: PLAIN_ACCENT, parts: [text(line, `-# ${texts.counts(version)}`)] });
}

/** A form that asks for one threshold's new value, with the present one filled in. */
export function thresholdForm({ key, meaning, range, unit }: ThresholdRule, present: string): ModalDraft {
  const hint = [meaning, unit, texts.range(range)].filter((part) => part !== '').join(' · ');
  return {
    form: { command: 'thresholds', act: 'save', key },
    title: clip(texts.formTitle(key), FORM_TITLE),
    components: [
      {
        type: ComponentType.Label,
        label: texts.formLabel,
        description: clip(hint, LONGEST_HINT),
        component: {
          type: ComponentType.TextInput,
          custom_id: VALUE_FIELD,
          style: TextInputStyle.Short,
          required: true,
          max_length: LONGEST_VALUE,
          value: clip(present, LONGEST_VALUE),
        },
      },
    ],
  };
}

/** Name of the form's one field. */
export const VALUE_FIELD = 'value';

const LONGEST_HINT = 100;

function ruleLines(rule: ThresholdRule, { show, defaults }: Thresholds): readonly string[] {
  const { key, meaning, unit, range, choices } = rule;
  const [value, usual] = [show(key), defaults(key)];
  const facts = [
    meaning,
    ...(value === usual ? [] : [texts.changedFrom(usual)]),
    texts.range(choices ? choices.join(', ') : range),
  ];
  return [texts.line(code(key), value, unit === '' ? '' : texts.unit(unit)), `-# ${facts.join(' · ')}`];
}

function changesPart(changes: readonly SettingChange[]): readonly Part[] {
  return changes.length === 0
    ? []
    : [collapsible(2, 'changes', [texts.changes, ...changes.slice(-CHANGES).toReversed().map(changeLine)])];
}

function changeLine({ key, from, to, by, at }: SettingChange): string {
  const what = texts.changeOf(code(key), written(from), written(to));
  return `-# ${texts.changeBy(what, named('person', by), stamp(at, 'R'))}`;
}

function written(value: unknown): string {
  return code(JSON.stringify(value) ?? en.signal.card.unknown);
}

function option(name: string): APISelectMenuOption {
  return { label: name, value: name };
}
