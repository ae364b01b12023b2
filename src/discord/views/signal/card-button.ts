import type { ButtonText } from '#discord/message/view.ts';
import type { Link } from '#discord/message/custom-id.ts';
import { en } from '#discord/texts/en.ts';

const { buttons } = en.signal.action;

/** Opens why a decision is what it is, for whoever presses. */
export function detailsButton(decisionId: string): ButtonText {
  return { label: buttons.details, link: detailsLink(decisionId) };
}

/** Where the details of a stored decision are. */
function detailsLink(decisionId: string): Link {
  return { command: 'signal', act: 'details', key: decisionId };
}

/** Opens the form of a fill, for stewards; for everybody else the plan. */
export function fillButton(key: string): ButtonText {
  return { label: buttons.fill, isPrimary: true, link: { command: 'hedge', act: 'fill', key } };
}

/** Opens an order's contracts in every style. */
export function planButton(key: string): ButtonText {
  return { label: buttons.plan, link: { command: 'hedge', act: 'plan', key } };
}

/** Opens what taking profits on the hedge would bring, for whoever presses. */
export function profitsButton(decisionId: string): ButtonText {
  return {
    label: buttons.profits,
    isPrimary: true,
    link: { command: 'hedge', act: 'profits', key: decisionId },
  };
}

/** Opens the checklist of a decision, for whoever presses. */
export function checklistButton(decisionId: string, done: number, all: number): ButtonText {
  return {
    label: buttons.checklist(done, all),
    link: { command: 'checklist', act: 'open', key: decisionId },
  };
}
