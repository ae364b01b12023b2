import { describe, expect, it } from 'vitest';

// The page is plain JavaScript, typed by its own comments and its own tsconfig.
const page = new URL('../../../src/playground/page/', import.meta.url);
const { invocationsOf, matching, nestOptions } = await import(new URL('commands.js', page).href);
const { readOption } = await import(new URL('option-values.js', page).href);

const series = { type: 3, name: 'series', description: 'Which', required: true };
const commands = [
  {
    id: '1',
    type: 1,
    name: 'release',
    description: 'Prints',
    options: [
      { type: 1, name: 'next', description: 'The next release', options: [series] },
      {
        type: 2,
        name: 'past',
        description: 'Earlier ones',
        options: [{ type: 1, name: 'list', description: 'All' }],
      },
    ],
  },
  { id: '2', type: 1, name: 'help', description: 'What the bot answers about a release' },
  { id: '3', type: 3, name: 'Explain this message' },
];
const named = (invocations: readonly { name: string }[]) => invocations.map(({ name }) => name);

describe('invocationsOf', () => {
  it('lists what can be typed: commands without sub-commands, and every sub-command', () => {
    expect(named(invocationsOf(commands))).toEqual(['help', 'release next', 'release past list']);
  });
});

describe('matching', () => {
  it('puts a name that starts so before a word that does, and that before a description', () => {
    const invocations = invocationsOf(commands);
    expect(named(matching(invocations, 'rel'))).toEqual(['release next', 'release past list', 'help']);
    expect(named(matching(invocations, 'NEXT'))).toEqual(['release next']);
    expect(named(matching(invocations, 'nothing'))).toEqual([]);
  });
});

describe('nestOptions', () => {
  it('puts the values below the group and the sub-command that they belong to', () => {
    const [, , list] = invocationsOf(commands);
    expect(nestOptions(list, [{ name: 'year', type: 4, value: 2014 }])).toEqual([
      {
        type: 2,
        name: 'past',
        options: [{ type: 1, name: 'list', options: [{ name: 'year', type: 4, value: 2014 }] }],
      },
    ]);
  });
});

describe('readOption', () => {
  const whole = { type: 4, name: 'days', min_value: 5, max_value: 250 };

  it('asks for what is required and lets the rest be absent', () => {
    expect(readOption(series, ' ', [])).toMatchObject({ state: 'problem' });
    expect(readOption(whole, '', [])).toEqual({ state: 'absent' });
  });

  it.each(['4', '251', '7.5', 'seven', 'Infinity', '1e400'])(
    'refuses %s where 5 to 250 whole days are asked for',
    (typed) => {
      expect(readOption(whole, typed, [])).toMatchObject({ state: 'problem' });
    },
  );

  it.each([
    ['5', 5],
    ['250', 250],
    [' 30 ', 30],
  ])('reads %j as %d', (typed, value) => {
    expect(readOption(whole, typed, [])).toEqual({ state: 'value', value });
  });

  it('takes the listed values only, by their label in any case', () => {
    const choice = { type: 3, name: 'series', choices: [{ name: 'Core CPI', value: 'CPILFESL' }] };
    const listed = [{ label: 'Core CPI', value: 'CPILFESL' }];
    expect(readOption(choice, 'core cpi', listed)).toEqual({ state: 'value', value: 'CPILFESL' });
    expect(readOption(choice, 'CPILFESL', listed)).toMatchObject({ state: 'problem' });
    expect(readOption({ type: 5, name: 'full' }, 'maybe', [])).toMatchObject({ state: 'problem' });
  });

  it('keeps a text within the length that the command allows', () => {
    const text = { type: 3, name: 'id', min_length: 2, max_length: 4 };
    expect(readOption(text, 'a', [])).toMatchObject({ state: 'problem' });
    expect(readOption(text, 'abcde', [])).toMatchObject({ state: 'problem' });
    expect(readOption(text, 'abcd', [])).toEqual({ state: 'value', value: 'abcd' });
  });
});
