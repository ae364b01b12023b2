import { isTrue, numberOf, objectsOf, textOf } from '#playground/json.ts';
import { OPTION } from '#playground/discord-types.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { COMPLAINT, type Complaints, createComplaints, type FieldPath } from './complaints.ts';
import { checkCount, checkRange, checkText } from './limits.ts';

const LIMIT = { name: 32, description: 100, options: 25, choices: 25, choiceText: 100, length: 6000 };

/** @see https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

export function checkName(complaints: Complaints, path: FieldPath, named: ApiObject): void {
  const name = textOf(named, 'name');
  checkText(complaints, [...path, 'name'], named['name'], { min: 1, max: LIMIT.name, isRequired: true });
  if (name && name.length <= LIMIT.name && (!NAME.test(name) || name !== name.toLowerCase())) {
    complaints.add([...path, 'name'], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

export function checkDescription(complaints: Complaints, path: FieldPath, described: ApiObject): void {
  const limits = { min: 1, max: LIMIT.description };
  checkText(complaints, [...path, 'description'], described['description'], { ...limits, isRequired: true });
  const localized = described['description_localizations'];
  checkLocalizations(complaints, [...path, 'description_localizations'], localized, LIMIT.description);
}

export function checkLocalizations(
  complaints: Complaints,
  path: FieldPath,
  value: unknown,
  max: number,
): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  for (const [locale, text] of Object.entries(value)) {
    checkText(complaints, [...path, locale], text, { min: 1, max });
  }
}

/** Of a command, a group or a sub-command. */
export function checkOptions(complaints: Complaints, path: FieldPath, parent: ApiObject): void {
  checkCount(complaints, [...path, 'options'], parent['options'], { max: LIMIT.options });
  const names = new Set<string>();
  let sawOptional = false;
  for (const [index, option] of objectsOf(parent, 'options').entries()) {
    const at = [...path, 'options', index];
    checkOption(complaints, at, option);
    const name = textOf(option, 'name') ?? '';
    if (names.has(name)) {
      complaints.add(at, 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists');
    }
    names.add(name);
    if (isTrue(option, 'required') && sawOptional) {
      complaints.add(
        at,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    sawOptional ||= !isTrue(option, 'required');
  }
}

function checkOption(complaints: Complaints, path: FieldPath, option: ApiObject): void {
  const type = numberOf(option, 'type') ?? 0;
  checkName(complaints, path, option);
  checkDescription(complaints, path, option);
  if (option['type'] === undefined) {
    complaints.add([...path, 'type'], ...COMPLAINT.required);
  } else {
    checkRange(complaints, [...path, 'type'], option['type'], {
      min: OPTION.subCommand,
      max: OPTION.attachment,
    });
  }
  if (type === OPTION.subCommand || type === OPTION.subCommandGroup) {
    checkNesting(complaints, path, option);
    checkOptions(complaints, path, option);
    return;
  }
  checkChoices(complaints, path, option);
  checkRange(complaints, [...path, 'min_length'], option['min_length'], { min: 0, max: LIMIT.length });
  checkRange(complaints, [...path, 'max_length'], option['max_length'], { min: 1, max: LIMIT.length });
}

/** Sub-commands hold no sub-commands, groups hold nothing else and no groups. */
function checkNesting(complaints: Complaints, path: FieldPath, option: ApiObject): void {
  const isGroup = numberOf(option, 'type') === OPTION.subCommandGroup;
  for (const [index, inner] of objectsOf(option, 'options').entries()) {
    const type = numberOf(inner, 'type') ?? 0;
    const fits = isGroup ? type === OPTION.subCommand : type > OPTION.subCommandGroup;
    if (!fits) {
      complaints.add(
        [...path, 'options', index],
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command and sub-command group option types are mutually exclusive to all other types',
      );
    }
  }
}

function checkChoices(complaints: Complaints, path: FieldPath, option: ApiObject): void {
  checkCount(complaints, [...path, 'choices'], option['choices'], { max: LIMIT.choices });
  if (isTrue(option, 'autocomplete') && objectsOf(option, 'choices').length > 0) {
    complaints.add(
      [...path, 'autocomplete'],
      'APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES',
      'Autocomplete cannot be set to true if choices are present',
    );
  }
  for (const [index, choice] of objectsOf(option, 'choices').entries()) {
    checkChoice(complaints, [...path, 'choices', index], choice);
  }
}

function checkChoice(complaints: Complaints, path: FieldPath, choice: ApiObject): void {
  checkText(complaints, [...path, 'name'], choice['name'], {
    min: 1,
    max: LIMIT.choiceText,
    isRequired: true,
  });
  if (typeof choice['value'] !== 'number') {
    checkText(complaints, [...path, 'value'], choice['value'], {
      min: 1,
      max: LIMIT.choiceText,
      isRequired: true,
    });
  }
}

/** @throws ApiError 50035 unless these can be shown while an option is typed */
export function checkAutocompleteChoices(choices: unknown): void {
  const complaints = createComplaints();
  checkCount(complaints, ['data', 'choices'], choices, { max: LIMIT.choices });
  for (const [index, choice] of objectsOf({ choices }, 'choices').entries()) {
    checkChoice(complaints, ['data', 'choices', index], choice);
  }
  complaints.throwIfAny();
}
