import type { ApiObject } from './page-protocol.ts';

/** Reads JSON that others wrote without trusting it: what is absent or of another type reads as `undefined`. */
export function isObject(value: unknown): value is ApiObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(from: ApiObject | undefined, key: string): string | undefined {
  const value = from?.[key];
  return typeof value === 'string' ? value : undefined;
}

export function numberOf(from: ApiObject | undefined, key: string): number | undefined {
  const value = from?.[key];
  return typeof value === 'number' ? value : undefined;
}

export function isTrue(from: ApiObject | undefined, key: string): boolean {
  return from?.[key] === true;
}

export function objectOf(from: ApiObject | undefined, key: string): ApiObject | undefined {
  const value = from?.[key];
  return isObject(value) ? value : undefined;
}

/** Empty when absent; members that are no objects are left out. */
export function objectsOf(from: ApiObject | undefined, key: string): readonly ApiObject[] {
  const value: unknown = from?.[key];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Empty when absent; members that are no text are left out. */
export function textsOf(from: ApiObject | undefined, key: string): readonly string[] {
  const value: unknown = from?.[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** `undefined` when the text is no JSON, or says `null`. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value ?? undefined;
  } catch {
    return undefined;
  }
}

/** The same object without what is `null` or `undefined`. */
export function withoutEmpty(from: ApiObject): ApiObject {
  return Object.fromEntries(
    Object.entries(from).filter(([, value]) => value !== null && value !== undefined),
  );
}
