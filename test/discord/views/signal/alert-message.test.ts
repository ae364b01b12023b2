import { MessageCreateRequestSchema } from 'discord-api-spec/zod';
import { MessageFlags } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alertMessage, type AlertMessage } from '#discord/views/signal/alert-message.ts';
import type { ClassicMessage } from '#discord/message/classic-message.ts';
import { anyAlert } from '#test/support/discord/arbitrary-alert.ts';
import { hostile } from '#test/support/discord/arbitrary-decision.ts';
import { componentsOf, customIdsOf, textOf } from '#test/support/discord/view-facts.ts';
import { propertyRuns } from '#test/support/process/property-runs.ts';

const MARK = 'k7QePz12';
const RUNS = propertyRuns(100);

/** What Discord takes of one message, by its documentation of messages and components. */
function violations(view: AlertMessage): readonly string[] {
  const components = componentsOf(view);
  const ids = customIdsOf(view);
  const text = textOf(view);
  return [
    ...(components.length > 40 ? [`${components.length} components`] : []),
    ...('embeds' in view ? tooLong(view) : text.length > 4000 ? [`${text.length} characters`] : []),
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

/** Text of a lock screen, and what Discord takes of a box. */
function tooLong({ content, embeds: [{ description = '' }] }: ClassicMessage): readonly string[] {
  return [
    ...(content.length > 180 ? [`content of ${content.length}`] : []),
    ...(description.length > 4096 ? [`description of ${description.length}`] : []),
  ];
}

describe('alertMessage', () => {
  it('stays within the limits of Discord for any alert, however strange its words and numbers', () => {
    fc.assert(
      fc.property(anyAlert, fc.option(hostile, { nil: undefined }), (alert, picture) => {
        const view = alertMessage(alert, MARK, picture);
        expect(violations(view)).toEqual([]);
        const body =
          'embeds' in view ? view : { flags: MessageFlags.IsComponentsV2, components: view.components };
        expect(MessageCreateRequestSchema.safeParse(body).error?.issues).toBeUndefined();
      }),
      { numRuns: RUNS },
    );
  });

  it('never mentions anybody but the role it is told to', () => {
    fc.assert(
      fc.property(anyAlert, (alert) => {
        const { mention } = alert;
        const words = textOf(alertMessage(alert, MARK))
          .replace(mention === undefined ? '' : `<@&${mention}>`, '')
          .replaceAll(/`[^`]*`|\\./g, '');
        expect(words).not.toMatch(/@everyone|@here|<@&|<#/);
      }),
      { numRuns: RUNS },
    );
  });

  it('writes no number that is none', () => {
    fc.assert(
      fc.property(anyAlert, (alert) => {
        expect(textOf(alertMessage(alert, MARK))).not.toMatch(
          /\b(NaN|undefined|null|Infinity|Invalid Date)\b|\[object/,
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('can be found again by its mark, shortened or not', () => {
    fc.assert(
      fc.property(anyAlert, (alert) => {
        expect(textOf(alertMessage(alert, MARK))).toContain(`\`${MARK}\``);
      }),
      { numRuns: RUNS },
    );
  });
});
