/** What expires: each of them on days, and at hours, of its own. */
export type ListedProduct = 'VIX options' | 'VIX futures' | 'SPX AM options' | 'SPX PM options';
