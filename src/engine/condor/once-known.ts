import type { CondorNumber, NoCondorNumber } from '#domain/hedge/condor-report.ts';

export function known<Value>(value: Value): CondorNumber<Value> {
  return { known: true, value };
}

export function unknown(reason: NoCondorNumber): { readonly known: false; readonly reason: NoCondorNumber } {
  return { known: false, reason };
}

/** What follows from a number; the reason why it is not there otherwise. */
export function onceKnown<From, To>(number: CondorNumber<From>, to: (value: From) => To): CondorNumber<To> {
  return number.known ? known(to(number.value)) : number;
}
