import { MessageCreateRequestSchema } from 'discord-api-spec/zod';
import { MessageFlags } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { View } from '#discord/message/view.ts';
import { alertView } from '#discord/views/signal/alert-view.ts';
import { anyAlert } from '#test/support/discord/arbitrary-alert.ts';
import { hostile } from '#test/support/discord/arbitrary-decision.ts';
import { componentsOf, customIdsOf, textOf } from '#test/support/discord/view-facts.ts';
import { propertyRuns } from '#test/support/process/property-runs.ts';

const MARK = 'k7QePz12';
const RUNS = propertyRuns(100);

/** What Discord takes of one message, by its documentation of messages and components. */
function violations(view: View): readonly string[] {
  const components = componentsOf(view);
  const ids = customIdsOf(view);
  const text = textOf(view);
  return [
    ...(components.length > 40 ? [`${components.length} components`] : []),
    ...(text.length > 4000 ? [`${text.length} characters`] : []),
    ...(new Set(ids).size === ids.length ? [] : ['two components of one id']),
    ...ids.filter((id) => id.length === 0 || id.length > 100),
    ...components
      .filter(({ type, content }) => type === 10 && String(content).trim() === '')
      .map(() => 'empty text'),
    ...components
      .filter(({ label }) => typeof label === 'string' && (label === '' || label.length > 80))
      .map(() => 'label'),
  ];
}

describe('alertView', () => {
  it('stays within the limits of Discord for any alert, however strange its words and numbers', () => {
    fc.assert(
      fc.property(anyAlert, fc.option(hostile, { nil: undefined }), (alert, picture) => {
        const view = alertView(alert, MARK, picture);
        expect(violations(view)).toEqual([]);
        const body = { flags: MessageFlags.IsComponentsV2, components: view.components, nonce: MARK };
        expect(MessageCreateRequestSchema.safeParse(body).error?.issues).toBeUndefined();
      }),
      { numRuns: RUNS },
    );
  });

  it('never mentions anybody but the role it is told to', () => {
    fc.assert(
      fc.property(anyAlert, (alert) => {
        const [, ...rest] = componentsOf(alertView(alert, MARK)).filter(
          ({ type }) => type === 10 || type === 17,
        );
        const words = rest
          .map(({ content }) => String(content))
          .join('\n')
          .replaceAll(/`[^`]*`|\\./g, '');
        expect(words).not.toMatch(/@everyone|@here|<@&|<#/);
      }),
      { numRuns: RUNS },
    );
  });

  it('writes no number that is none', () => {
    fc.assert(
      fc.property(anyAlert, (alert) => {
        expect(textOf(alertView(alert, MARK))).not.toMatch(
          /\b(NaN|undefined|null|Infinity|Invalid Date)\b|\[object/,
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('can be found again by its mark, shortened or not', () => {
    fc.assert(
      fc.property(anyAlert, (alert) => {
        expect(textOf(alertView(alert, MARK))).toContain(`\`${MARK}\``);
      }),
      { numRuns: RUNS },
    );
  });
});
