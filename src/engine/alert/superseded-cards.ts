import type { Alert } from '#domain/delivery/alert.ts';
import type { Decision } from '#domain/signal/decision.ts';

/** A message that was planned, with whatever else is known of it. */
type Told = { readonly alert: Alert };

/**
 * The cards that a message takes the place of: a step and the first card of a new event that of all before it, back to
 * the one that did so last; a correction that changes the conclusion that of its own decision.
 *
 * @param earlier - messages before it, newest first
 */
export function supersededCards<Message extends Told>(
  { content }: Alert,
  earlier: readonly Message[],
): readonly Message[] {
  if (content.form === 'correction') {
    const { decisionId, isConclusion } = content.correction;
    return isConclusion ? earlier.filter(({ alert }) => cardOf(alert)?.id === decisionId) : [];
  }
  const cards = earlier.filter(({ alert }) => alert.content.form === 'card');
  if (content.form !== 'card' || !takesOver(content.decision, cards[0])) {
    return [];
  }
  const last = cards.findIndex(({ alert }, place) => {
    const decision = cardOf(alert);
    return decision !== undefined && takesOver(decision, cards[place + 1]);
  });
  return last < 0 ? cards : cards.slice(0, last + 1);
}

function cardOf({ content }: Alert): Decision | undefined {
  return content.form === 'card' ? content.decision : undefined;
}

function takesOver(decision: Decision, before: Told | undefined): boolean {
  const previous = before && cardOf(before.alert);
  const episode = episodeOf(decision);
  return (
    decision.adopts !== undefined || (episode !== undefined && episode !== (previous && episodeOf(previous)))
  );
}

/** The event that a card belongs to, else its release. */
function episodeOf({ event, print }: Decision): string | undefined {
  return event?.id ?? print?.releaseId;
}
