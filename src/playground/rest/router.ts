import { ApiError } from '#playground/api-error.ts';
import type { Route } from './route.ts';

export type Match = { readonly route: Route; readonly parameters: Readonly<Record<string, string>> };

/**
 * Finds the route of a path; a literal segment goes before a parameter.
 *
 * @returns a function that throws ApiError 404 for a path, 405 for a method that is not there
 */
export function createRouter(routes: readonly Route[]): (method: string, path: string) => Match {
  const patterns = routes
    .map((route) => ({ route, segments: route.path.split('/').slice(1) }))
    .toSorted((a, b) => parameterCount(a.segments) - parameterCount(b.segments));

  return (method, path) => {
    const given = path.split('/').slice(1).map(decoded);
    const matching = patterns.filter(({ segments }) => fits(segments, given));
    const match = matching.find(({ route }) => route.method === method);
    if (!match) {
      throw new ApiError(matching.length > 0 ? 'wrongMethod' : 'notFound');
    }
    const parameters = match.segments.flatMap((segment, index) =>
      isParameter(segment) ? [[segment.slice(1, -1), given[index] ?? ''] as const] : [],
    );
    return { route: match.route, parameters: Object.fromEntries(parameters) };
  };
}

function isParameter(segment: string): boolean {
  return segment.startsWith('{');
}

function parameterCount(segments: readonly string[]): number {
  return segments.filter(isParameter).length;
}

/** Ids in a path are numbers; only tokens may be anything. */
function fits(segments: readonly string[], given: readonly string[]): boolean {
  return (
    segments.length === given.length &&
    segments.every((segment, index) => {
      const value = given[index] ?? '';
      if (!isParameter(segment)) {
        return segment === value;
      }
      return segment.endsWith('_id}') ? /^\d{1,20}$/.test(value) : value !== '';
    })
  );
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
