/** Words about the curve of VIX futures. */
export const term = {
  title: '**VIX futures**',
  noFutures:
    '-# VX2/VX1, contango, basis and CM30 n/a: no prices of VIX futures. `/market set of:VX` takes one.',
  contango: (whole: string, per30: string) => `VX2/VX1 − 1 **${whole}**, per 30 days ${per30}`,
  basis: (percent: string) => `VX1/VIX − 1 **${percent}**`,
  constant30: (points: string) => `CM30 (a future that always has 30 days) **${points}**`,
  future: (label: string, expiry: string, price: string) => `${label} ${expiry} ${price}`,
  index: (label: string, value: string) => `${label} ${value}`,
};
