import type { Acts } from '../interactions/acts.ts';
import { Refused } from '../interactions/refused.ts';
import { numberOf, objectsOf, textOf } from '../json.ts';
import { COMMAND } from '../option-types.ts';
import type { ApiObject, PageMessage } from '../page-protocol.ts';
import { CHANNELS, type Person, SERVER } from '../world/cast.ts';
import type { World } from '../world/world.ts';
import { nestedOptions, type OptionValues } from './nest-options.ts';
import { type ModalValues, filledModal } from './filled-modal.ts';
import { type Seen, seeing, type Until } from './seen.ts';

export type ActOptions = {
  /** Where it is done; the first channel when absent. */
  readonly channelId?: string;
  /** In the direct channel with the bot. */
  readonly isDirect?: boolean;
  /** Whether to use a command that its definition keeps for others, as administrators may allow. */
  readonly isOverridden?: boolean;
  /** `acknowledged` to hear of the first sign of life, `shown` (the usual) to wait for what it leads to. */
  readonly until?: Until;
};

/** What one person does in the local Discord. Each promise is what that person then sees. */
export interface Seat {
  readonly person: Person;
  /** @param path - such as `signal now` */
  command(path: string, values?: OptionValues, options?: ActOptions): Promise<Seen>;
  /** @param focused - the option being typed, whose value is what was typed so far */
  autocomplete(path: string, values: OptionValues, focused: string, options?: ActOptions): Promise<Seen>;
  press(message: { readonly id: string }, customId: string, options?: ActOptions): Promise<Seen>;
  select(
    message: { readonly id: string },
    customId: string,
    values: readonly string[],
    options?: ActOptions,
  ): Promise<Seen>;
  /** @param modal - as `Seen` brought it; `values` by `custom_id` */
  submitModal(modal: ApiObject, values: ModalValues, options?: ActOptions): Promise<Seen>;
  /** The messages of a channel that this person sees, oldest first. */
  messages(channelId?: string): readonly PageMessage[];
}

export type SeatParts = {
  readonly world: World;
  readonly acts: Acts;
  readonly messages: (channelId: string) => readonly PageMessage[];
};

export function createSeat({ world, acts, messages }: SeatParts, person: Person): Seat {
  const placeOf = ({ channelId, isDirect }: ActOptions): { userId: string; channelId: string } => ({
    userId: person.id,
    channelId: isDirect === true ? world.server.directChannel(person).id : (channelId ?? CHANNELS[0].id),
  });
  const commandOf = (path: string): { readonly command: ApiObject; readonly steps: readonly string[] } => {
    const [name = '', ...steps] = path.split(' ');
    const offered = [...world.store.commands.list(SERVER.id), ...world.store.commands.list('')];
    const command = offered.find(
      (candidate) => candidate['name'] === name && (numberOf(candidate, 'type') ?? 1) === COMMAND.chatInput,
    );
    if (!command) {
      throw new Refused(`There is no command "${name}".`);
    }
    return { command, steps };
  };
  const channelOfMessage = (messageId: string, options: ActOptions): ActOptions => {
    const kept = world.store.messages.find(messageId);
    return kept && options.channelId === undefined && options.isDirect !== true
      ? { ...options, channelId: kept.channelId }
      : options;
  };

  return {
    person,
    command: (path, values = {}, options = {}) =>
      seeing(world, options.until, () => {
        const { command, steps } = commandOf(path);
        return acts.useCommand({
          ...placeOf(options),
          commandId: textOf(command, 'id') ?? '',
          options: nestedOptions(command, steps, { values }),
          isOverridden: options.isOverridden === true,
        });
      }),
    autocomplete: (path, values, focused, options = {}) =>
      seeing(world, options.until, () => {
        const { command, steps } = commandOf(path);
        return acts.autocomplete({
          ...placeOf(options),
          commandId: textOf(command, 'id') ?? '',
          options: nestedOptions(command, steps, { values, focused }),
          isOverridden: options.isOverridden === true,
        });
      }),
    press: ({ id }, customId, options = {}) =>
      seeing(world, options.until, () =>
        acts.useComponent({ ...placeOf(channelOfMessage(id, options)), messageId: id, customId }),
      ),
    select: ({ id }, customId, values, options = {}) =>
      seeing(world, options.until, () =>
        acts.useComponent({ ...placeOf(channelOfMessage(id, options)), messageId: id, customId, values }),
      ),
    submitModal: (modal, values, options = {}) =>
      seeing(world, options.until, () =>
        acts.submitModal({
          ...placeOf(options),
          customId: textOf(modal, 'custom_id') ?? '',
          components: filledModal(objectsOf(modal, 'components'), values),
        }),
      ),
    messages: (channelId = CHANNELS[0].id) =>
      messages(channelId).filter(
        ({ ephemeralFor }) => ephemeralFor === undefined || ephemeralFor === person.id,
      ),
  };
}
