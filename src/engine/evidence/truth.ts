import type { Truth } from '#domain/signal/evidence.ts';

/** Whether all of several claims hold: one that does not settles it, else one that nobody knows. */
export function allTrue(claims: readonly Truth[]): Truth {
  if (claims.includes('false')) {
    return 'false';
  }
  return claims.includes('unknown') ? 'unknown' : 'true';
}

/** Whether any of several claims holds: one that does settles it, else one that nobody knows. */
export function anyTrue(claims: readonly Truth[]): Truth {
  if (claims.includes('true')) {
    return 'true';
  }
  return claims.includes('unknown') ? 'unknown' : 'false';
}

/** The contrary of a claim; what nobody knows stays so. */
export function notTrue(claim: Truth): Truth {
  if (claim === 'unknown') {
    return claim;
  }
  return claim === 'true' ? 'false' : 'true';
}

/** A claim about something known. */
export function truthOf(claim: boolean): Truth {
  return claim ? 'true' : 'false';
}
