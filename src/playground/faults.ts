import type { CloseReason } from '#playground/gateway/codes.ts';
import type { Gateway } from '#playground/gateway/gateway.ts';
import type { RestRequest } from '#playground/rest/router.ts';

/** What goes wrong with a request. */
export type Fault =
  /** Answered so before anything is done; the body is what a broken proxy says. */
  | { readonly kind: 'fail'; readonly status: 500 | 502 | 503 | 504 }
  /** Done and stored, then answered 502. */
  | { readonly kind: 'lose-answer' }
  /** Done and stored, then the socket closes without an answer. */
  | { readonly kind: 'hang-up' }
  /** The socket closes before anything is done. */
  | { readonly kind: 'refuse-connection' }
  | { readonly kind: 'rate-limit'; readonly retryAfterSeconds: number; readonly isGlobal?: boolean }
  | { readonly kind: 'delay'; readonly milliseconds: number };

export type FaultRule = {
  /** `POST /channels/{channel_id}/messages`, or what `METHOD /path` must match; any request when absent. */
  readonly route?: string | RegExp;
  /** How many requests it meets; 1 unless told. */
  readonly times?: number;
  readonly fault: Fault;
};

/** `arrived`: nothing is done yet. `stored`: done, but not answered. */
export type RequestMoment = 'arrived' | 'stored';

export type RequestListener = (moment: RequestMoment, request: RestRequest) => void | Promise<void>;

/** The switch that makes the local Discord misbehave as the real one does. */
export interface Faults {
  /** Returns how many requests it has met so far. */
  add(rule: FaultRule): () => number;
  clear(): void;
  /** Called, and waited for, as each request arrives and again when it is stored; returns how to stop. */
  onRequest(listener: RequestListener): () => void;
  /** Drops the bot's gateway sockets; without a reason as a failing network does. */
  dropGateway(reason?: CloseReason): void;
  invalidateSession(isResumable: boolean): void;
  requestReconnect(): void;
  /** Removes the bot from the server, or makes the server unreachable for a while. */
  loseServer(how: 'removed' | 'unavailable'): void;
  returnServer(): void;
}

/** The REST server's side of the switch. */
export interface FaultSwitch {
  readonly faults: Faults;
  /** The fault that this request meets, used up by asking. */
  next(request: RestRequest): Fault | undefined;
  tell(moment: RequestMoment, request: RestRequest): Promise<void>;
}

export function createFaultSwitch(gateway: Gateway): FaultSwitch {
  type Armed = { readonly rule: FaultRule; met: number };
  let armed: readonly Armed[] = [];
  const listeners = new Set<RequestListener>();

  return {
    faults: {
      add(rule) {
        const entry = { rule, met: 0 };
        armed = [...armed, entry];
        return () => entry.met;
      },
      clear() {
        armed = [];
      },
      onRequest(listener) {
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
        };
      },
      dropGateway: (reason) => gateway.drop(reason),
      invalidateSession: (isResumable) => gateway.invalidate(isResumable),
      requestReconnect: () => gateway.requestReconnect(),
      loseServer: (how) => gateway.loseServer(how === 'removed'),
      returnServer: () => gateway.returnServer(),
    },
    next(request) {
      const entry = armed.find(({ rule, met }) => met < (rule.times ?? 1) && isMeant(rule, request));
      if (!entry) {
        return undefined;
      }
      entry.met += 1;
      return entry.rule.fault;
    },
    async tell(moment, request) {
      for (const listener of Array.from(listeners)) {
        await listener(moment, request);
      }
    },
  };
}

function isMeant({ route }: FaultRule, request: RestRequest): boolean {
  if (route === undefined) {
    return true;
  }
  return typeof route === 'string'
    ? route === `${request.method} ${request.route}`
    : route.test(`${request.method} ${request.path}`);
}
