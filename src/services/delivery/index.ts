import { bind, type Needs } from '#services/bind.ts';
import { alertHedgeUpkeep } from './alert-hedge-upkeep.ts';
import { alertOnOutage } from './alert-on-outage.ts';
import { alertDegraded, alertMissed, alertServer, alertServers } from './alert-servers.ts';
import { alertSilentSources } from './alert-silent-sources.ts';
import { createDraw, deliverAlerts } from './deliver-alerts.ts';
import { findBrief } from './find-brief.ts';
import { markPosted, markSuperseded } from './mark-posted.ts';
import { showDeliveries } from './show-deliveries.ts';

type AlertDeps = Needs<typeof alertServers> &
  Omit<Needs<typeof alertHedgeUpkeep | typeof alertSilentSources>, 'alertServer' | 'alertDegraded'>;

export type AlertServices = ReturnType<typeof bindAlerts>;
export type DeliveryServices = ReturnType<typeof bindDelivery>;

/** Messages planned for servers; who plans one need not know channels, quiet hours and wishes. */
export function bindAlerts(deps: AlertDeps) {
  const plain = {
    alertServer: bind(alertServer, deps),
    alertServers: bind(alertServers, deps),
    alertDegraded: bind(alertDegraded, deps),
    alertMissed: bind(alertMissed, deps),
  };
  return {
    ...plain,
    alertOnOutage,
    alertHedgeUpkeep: bind(alertHedgeUpkeep, { ...deps, ...plain }),
    alertSilentSources: bind(alertSilentSources, { ...deps, ...plain }),
  };
}

/** Sends what was planned. */
export function bindSending(
  deps: Needs<typeof createDraw | typeof markSuperseded> &
    Omit<Needs<typeof deliverAlerts>, 'draw' | 'markSuperseded'>,
) {
  const own = { draw: createDraw(deps), markSuperseded: bind(markSuperseded, deps) };
  return { deliverAlerts: bind(deliverAlerts, { ...deps, ...own }) };
}

/** What may be asked of deliveries, and written on what has arrived. */
export function bindDelivery(deps: Needs<typeof showDeliveries | typeof markPosted | typeof findBrief>) {
  return {
    showDeliveries: bind(showDeliveries, deps),
    markPosted: bind(markPosted, deps),
    findBrief: bind(findBrief, deps),
  };
}
