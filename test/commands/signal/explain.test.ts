import { describe, expect, it } from 'vitest';
import { explain } from '#commands/signal/explain.ts';
import { someServices } from '#test/support/discord/fake-services.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { contextWith } from '#test/commands/context-with.ts';

type Condition = Parameters<typeof explain.run>[0];

async function explained(condition: Condition, otherwise: Partial<Awaited<ReturnType<typeof read>>> = {}) {
  const reading = { ...(await read()), ...otherwise };
  return textOf((await explain.run(condition, contextWith({ readSignal: async () => reading }))).view);
}

function read() {
  return someServices().readSignal('1', new AbortController().signal);
}

describe('/signal explain', () => {
  it('says what a condition means, its value beside its threshold, its source and what would flip it', async () => {
    const text = await explained(explain.options.parse({ condition: 'rsi' }));
    expect(text).toContain('Wilder’s RSI of the Russell is low');
    expect(text).toContain('It does not hold.');
    expect(text).toContain('What would flip it: RSI of RUT 38.2, needs 35.0 or lower.');
    expect(text).toContain('yahoo (recorded)');
  });

  it('says of one that holds what would end it', async () => {
    expect(await explained({ condition: 'lag' })).toContain('It would stop holding if it moved back');
  });

  it('does not guess while an input is missing', async () => {
    const { decision } = await read();
    const evidence = [{ id: 'breadth', truth: 'unknown', measures: [], reason: 'not-supplied' }] as const;
    const text = await explained({ condition: 'breadth' }, { decision: { ...decision, evidence } });
    expect(text).toContain('It is not known: that never counts as yes.');
    expect(text).toContain('cannot be told while an input is missing');
  });

  it('offers every condition by its name', () => {
    const [option] = explain.definition;
    expect(option).toHaveProperty('choices.length', 9);
  });
});
