import type { Store } from '#adapters/store/open-store.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';

export type Moment = 'before' | 'after';

type Tell = (moment: Moment, write: string, stored: boolean) => void;

/** Every call that stores something; `claimWork` and `claimDelivery` store what they give out. */
const WRITES: ReadonlySet<string> = new Set<keyof Ledger | 'change'>([
  'change',
  'plan',
  'claimWork',
  'claimBacklog',
  'settleAll',
  'settleWork',
  'reclaimWork',
  'record',
  'planDeliveries',
  'claimDelivery',
  'settleDelivery',
  'reclaimDeliveries',
  'keepPrint',
  'mark',
  'saveReplayPosition',
  'changeSource',
]);

/**
 * A store that tells, before and after each call that may store something, which one it is.
 *
 * @param tell - `stored` is false after a claim that found nothing to claim
 */
export function mortalStore(store: Store, tell: Tell): Store {
  return { ...store, ledger: told(store.ledger, tell), settings: told(store.settings, tell) };
}

function told<Part extends object>(part: Part, tell: Tell): Part {
  return new Proxy(part, {
    get(target, name) {
      const act: unknown = Reflect.get(target, name);
      if (typeof name !== 'string' || !WRITES.has(name) || typeof act !== 'function') {
        return act;
      }
      return async (...given: readonly unknown[]) => {
        tell('before', name, true);
        const answer: unknown = await Reflect.apply(act, target, given);
        tell('after', name, answer !== undefined || !name.startsWith('claim'));
        return answer;
      };
    },
  });
}
