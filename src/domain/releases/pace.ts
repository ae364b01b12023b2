/** How often a source may be asked: with a key 500 times a day, without one 25. */
export type Pace = 'keyed' | 'keyless';
