import type { SettingKey, Settings } from '#domain/settings/settings.ts';

/** Two settings that must agree, and what is asked of the first while the second stays, and the other way round. */
type Agreement = {
  readonly keys: readonly [SettingKey, SettingKey];
  readonly holds: (settings: Settings) => boolean;
  /** After "it takes", for each of the keys. */
  readonly asks: readonly [string, string];
};

/** @param asks - words between "a value" and the other key */
function agree(keys: Agreement['keys'], asks: Agreement['asks'], holds: Agreement['holds']): Agreement {
  return { keys, asks, holds };
}

/** What must hold between settings. */
const AGREEMENTS: readonly Agreement[] = [
  agree(
    ['ratio.base', 'ratio.confirmed'],
    ['below', 'above'],
    (set) => set['ratio.base'] < set['ratio.confirmed'],
  ),
  agree(
    ['ratio.confirmed', 'ratio.hardCap'],
    ['not above', 'not below'],
    (set) => set['ratio.confirmed'] <= set['ratio.hardCap'],
  ),
  agree(
    ['step.up', 'step.maxUpPerEvent'],
    ['not above', 'not below'],
    (set) => set['step.up'] <= set['step.maxUpPerEvent'],
  ),
  agree(
    ['step.deadband', 'step.up'],
    ['not above', 'not below'],
    (set) => set['step.deadband'] <= set['step.up'],
  ),
  agree(
    ['print.weakZ', 'print.veryWeakZ'],
    ['above', 'below'],
    (set) => set['print.weakZ'] > set['print.veryWeakZ'],
  ),
  agree(['term.flat', 'term.steep'], ['below', 'above'], (set) => set['term.flat'] < set['term.steep']),
  agree(
    ['strike.sdMin', 'strike.sdMax'],
    ['not above', 'not below'],
    (set) => set['strike.sdMin'] <= set['strike.sdMax'],
  ),
  agree(
    ['breakEven.minZ', 'breakEven.confirmedZ'],
    ['not above', 'not below'],
    (set) => set['breakEven.minZ'] <= set['breakEven.confirmedZ'],
  ),
  agree(
    ['vix.gates', 'vix.lateLevel'],
    ['with a second level not above', 'not below the second level of'],
    (set) => set['vix.gates'][1] <= set['vix.lateLevel'],
  ),
];

/** What must hold inside of one setting. */
const ORDERS: readonly {
  readonly key: SettingKey;
  readonly holds: Agreement['holds'];
  readonly asks: string;
}[] = [
  {
    key: 'vix.gates',
    asks: 'three levels that rise, such as 15/20/25',
    holds: ({ 'vix.gates': [first, second, third] }) => first < second && second < third,
  },
  {
    key: 'layers.days',
    asks: 'three counts of days that rise, such as 30/110/220',
    holds: ({ 'layers.days': [first, second, third] }) => first < second && second < third,
  },
  {
    key: 'layers.perTenCondors',
    asks: 'three counts of contracts that are not all 0, such as 4/4/2',
    holds: (set) => set['layers.perTenCondors'].some((count) => count > 0),
  },
  {
    key: 'timeShift.days',
    asks: 'three counts of days that do not fall, such as 7/14/21',
    holds: ({ 'timeShift.days': [first, second, third] }) => first <= second && second <= third,
  },
  {
    key: 'cover.shock',
    asks: 'a move of SPX or of the VIX that is not 0, such as -4,+10',
    holds: ({ 'cover.shock': [spot, vix] }) => spot !== 0 || vix !== 0,
  },
  {
    key: 'macd.periods',
    asks: 'a fast period below the slow one, such as 12/26/9',
    holds: ({ 'macd.periods': [fast, slow] }) => fast < slow,
  },
];

/** Where settings contradict each other. */
export type Contradiction = { readonly key: SettingKey; readonly expected: string };

/**
 * The first contradiction among settings; `undefined` where they agree.
 *
 * @param changed - the key that was changed last: of two that contradict each other it is the one named
 * @param show - a setting as people read it
 */
export function contradiction(
  settings: Settings,
  show: (key: SettingKey) => string,
  changed?: SettingKey,
): Contradiction | undefined {
  const order = ORDERS.find(({ holds }) => !holds(settings));
  if (order) {
    return { key: order.key, expected: order.asks };
  }
  const broken = AGREEMENTS.find(({ holds }) => !holds(settings));
  if (!broken) {
    return undefined;
  }
  const { keys, asks } = broken;
  const [key, other, ask] = changed === keys[1] ? [keys[1], keys[0], asks[1]] : [keys[0], keys[1], asks[0]];
  return { key, expected: `a value ${ask} ${other}, which is ${show(other)}` };
}
