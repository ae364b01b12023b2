import type { BookServices } from '#services/book/index.ts';
import type { ChecklistServices } from '#services/checklist/index.ts';
import type { DeliveryServices } from '#services/delivery/index.ts';
import type { HealthServices } from '#services/health/index.ts';
import type { HedgeServices } from '#services/hedge/index.ts';
import type { EpisodeServices, HistoryServices } from '#services/history/index.ts';
import type { MarketServices } from '#services/market/index.ts';
import type { ReleaseServices } from '#services/releases/index.ts';
import type { SettingsServices } from '#services/settings/index.ts';
import type { SignalServices } from '#services/signal/index.ts';

/** The acts that commands and presses may ask for. `server` is a Discord guild id. */
export type Services = ReleaseServices &
  SignalServices &
  MarketServices &
  BookServices &
  HedgeServices &
  ChecklistServices &
  SettingsServices &
  DeliveryServices &
  HistoryServices &
  EpisodeServices &
  HealthServices & {
    /** Market clock, epoch milliseconds (UTC). */
    now(): number;
  };
