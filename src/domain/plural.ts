const RULES = new Intl.PluralRules('en');

/**
 * The form of an English word that goes with a count, such as `lot` or `lots`.
 *
 * @param other - the form for 0 and for more than 1; the word with an `s` unless given
 */
export function plural(count: number, one: string, other = `${one}s`): string {
  return RULES.select(count) === 'one' ? one : other;
}
