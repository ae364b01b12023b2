import type { Exchange, GatewayDispatch, RestExchange } from '#playground/exchange-log.ts';
import { discordDocument } from './discord-document.ts';
import { type Judge, mended, type Side } from './discord-judge-exceptions.ts';
import { type Check, DISPATCHES, REFUSAL, ROUTES, TOO_MANY } from './discord-judge-schemas.ts';

/**
 * Holds what a bot sent, and what it was answered and told, to what Discord says of its API: to the schemas of the
 * package `discord-api-spec` always, and to the whole OpenAPI document where the shared folder has it.
 *
 * Answers of broken servers (5xx) and lost ones are no answers of Discord's API and are left out.
 *
 * @returns a line for each violation, such as `request POST /channels/… (package) embeds.0.title: …`
 */
export function judge(exchanges: readonly Exchange[]): readonly string[] {
  const lines = exchanges.flatMap((exchange) =>
    exchange.kind === 'rest' ? judgeRest(exchange) : judgeDispatch(exchange),
  );
  return [...new Set(lines)];
}

function judgeRest(exchange: RestExchange): readonly string[] {
  const { method, route, path, status } = exchange;
  if (route === undefined) {
    return [`request ${method} ${path}: Discord has no such route, or the local Discord does not know it`];
  }
  const known = ROUTES[route]?.[method];
  if (!known) {
    return [`request ${method} ${route}: the judge has no schemas for this route`];
  }
  const request = exchange.body === undefined ? undefined : known.request;
  return [
    ...(known.request && exchange.body === undefined && status < 400
      ? [`request ${method} ${route}: has no body`]
      : []),
    ...complaints(exchange, 'request', { package: request, document: requestCheck(exchange) }),
    ...(status >= 500 || exchange.isLost ? [] : judgeAnswer(exchange, known.answers[status])),
  ];
}

function requestCheck({ method, route, body }: RestExchange): Check | undefined {
  return body === undefined || route === undefined
    ? undefined
    : discordDocument()?.requestCheck(method, route);
}

function judgeAnswer(exchange: RestExchange, ofRoute: Check | undefined): readonly string[] {
  const { method, route = '', status, answer } = exchange;
  const byPackage = status === 429 ? TOO_MANY : status >= 400 ? REFUSAL : ofRoute;
  const byDocument = discordDocument()?.answerCheck(method, route, status);
  if (byDocument === 'no such status') {
    return [`answer ${method} ${route} (document): has no status ${status}`];
  }
  if (byPackage === undefined) {
    return answer === undefined ? [] : [`answer ${method} ${route} (package): ${status} has no body`];
  }
  return complaints(exchange, 'answer', { package: byPackage, document: byDocument });
}

function complaints(
  { method, route = '', body, answer, status }: RestExchange,
  side: Side,
  checks: Readonly<Record<Judge, Check | undefined>>,
): readonly string[] {
  const judges: readonly Judge[] = ['package', 'document'];
  return judges.flatMap((name) => {
    const value = mended(side === 'request' ? body : answer, name, side);
    const where = `${side} ${method} ${route}${side === 'answer' ? ` ${status}` : ''} (${name})`;
    return (checks[name]?.(value) ?? []).map((line) => `${where} ${line}`);
  });
}

function judgeDispatch({ event, content }: GatewayDispatch): readonly string[] {
  return Object.entries(DISPATCHES[event] ?? {}).flatMap(([part, check]) => {
    const value = part === '' ? content : content[part];
    return value === undefined
      ? []
      : check(mended(value, 'package', 'answer')).map((line) => `told ${event} ${part} ${line}`);
  });
}
