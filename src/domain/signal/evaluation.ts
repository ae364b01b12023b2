import type { Session } from '#domain/market/session.ts';

/**
 * Which look at the market a decision belongs to.
 *
 * `print`: the moment a release is published. `check`: 09:45 or 10:30 on day 0, which may raise the state to
 * WATCH at most. `official`: after the close, the only one that may move the ratio. `question`: somebody
 * asked; nothing is stored and nothing moves.
 */
export type Evaluation =
  | { readonly kind: 'print'; readonly session: Session; readonly releaseId: string }
  | { readonly kind: 'check'; readonly session: Session; readonly time: '09:45' | '10:30' }
  | { readonly kind: 'official'; readonly session: Session }
  | { readonly kind: 'question'; readonly session: Session };

/** Name of an evaluation, unique within a server: also the id of the decision that it leads to. */
export function evaluationId(evaluation: Evaluation): string {
  switch (evaluation.kind) {
    case 'print':
      return `${evaluation.releaseId}.print`;
    case 'check':
      return `${evaluation.session}.check-${evaluation.time.replace(':', '')}`;
    case 'official':
      return `${evaluation.session}.official`;
    case 'question':
      return `${evaluation.session}.question`;
  }
}
