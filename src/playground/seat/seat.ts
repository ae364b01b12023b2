import type { Acts } from '#playground/interactions/acts.ts';
import { storeOptionFile } from '#playground/interactions/option-files.ts';
import { type Acting, Refused } from '#playground/interactions/use.ts';
import { objectsOf, textOf } from '#playground/json.ts';
import { COMMAND, commandType } from '#playground/discord-types.ts';
import type { ApiObject, PageMessage } from '#playground/page-protocol.ts';
import { CHANNELS, type Person, SERVER } from '#playground/world/cast.ts';
import type { World } from '#playground/world/world.ts';
import {
  filledModal,
  type ModalValues,
  nestedOptions,
  type OptionValues,
  type SentValues,
} from './sent-values.ts';
import { pageMessage, seeing, type Seen, type Until } from './seen.ts';

export type ActOptions = {
  /** Where it is done: where the message is, or else the first channel, when absent. */
  readonly channelId?: string;
  /** In the direct channel with the bot. */
  readonly isDirect?: boolean;
  /** Whether to use a command that its definition keeps for others, as administrators may allow. */
  readonly isOverridden?: boolean;
  /** `acknowledged` to hear of the first sign of life, `shown` (the usual) to wait for what it leads to. */
  readonly until?: Until;
};

/** What one person does in the local Discord. Each promise is what that person then sees. */
export class Seat {
  readonly person: Person;
  readonly #world: World;
  readonly #acts: Acts;

  constructor(world: World, acts: Acts, person: Person) {
    this.#world = world;
    this.#acts = acts;
    this.person = person;
  }

  /** @param path - such as `signal now` */
  command(path: string, values: OptionValues = {}, options: ActOptions = {}): Promise<Seen> {
    return this.#see(options, () => {
      const { commandId, nested } = this.#invocation(path, { values });
      const isOverridden = options.isOverridden === true;
      return this.#acts.useCommand({ ...this.#place(options), commandId, options: nested, isOverridden });
    });
  }

  /** @param focused - the option being typed, whose value is what was typed so far */
  autocomplete(path: string, values: OptionValues, focused: string, options: ActOptions = {}): Promise<Seen> {
    return this.#see(options, () => {
      const { commandId, nested } = this.#invocation(path, { values, focused });
      const isOverridden = options.isOverridden === true;
      return this.#acts.autocomplete({ ...this.#place(options), commandId, options: nested, isOverridden });
    });
  }

  press(message: { readonly id: string }, customId: string, options: ActOptions = {}): Promise<Seen> {
    return this.#see(options, () =>
      this.#acts.useComponent({ ...this.#place(options, message.id), messageId: message.id, customId }),
    );
  }

  select(
    message: { readonly id: string },
    customId: string,
    values: readonly string[],
    options: ActOptions = {},
  ): Promise<Seen> {
    return this.#see(options, () =>
      this.#acts.useComponent({
        ...this.#place(options, message.id),
        messageId: message.id,
        customId,
        values,
      }),
    );
  }

  /** @param modal - as `Seen` brought it; `values` by `custom_id` */
  submitModal(modal: ApiObject, values: ModalValues, options: ActOptions = {}): Promise<Seen> {
    return this.#see(options, () => {
      const components = filledModal(objectsOf(modal, 'components'), values);
      const customId = textOf(modal, 'custom_id') ?? '';
      return this.#acts.submitModal({ ...this.#place(options), customId, components });
    });
  }

  /** The messages of a channel that this person sees, oldest first. */
  messages(channelId: string = CHANNELS[0].id): readonly PageMessage[] {
    return this.#world.store.messages
      .all(channelId)
      .filter(({ ephemeralFor }) => ephemeralFor === undefined || ephemeralFor === this.person.id)
      .map(pageMessage);
  }

  #see({ until }: ActOptions, act: () => string): Promise<Seen> {
    return seeing(this.#world, until, act);
  }

  #place({ channelId, isDirect }: ActOptions, messageId = '0'): Acting {
    if (isDirect === true) {
      return { userId: this.person.id, channelId: this.#world.server.directChannel(this.person).id };
    }
    const ofMessage = this.#world.store.messages.find(messageId)?.channelId;
    return { userId: this.person.id, channelId: channelId ?? ofMessage ?? CHANNELS[0].id };
  }

  #invocation(
    path: string,
    typed: { readonly values: OptionValues; readonly focused?: string },
  ): { readonly commandId: string; readonly nested: readonly ApiObject[] } {
    const [name = '', ...steps] = path.split(' ');
    const { commands } = this.#world.store;
    const command = [...commands.list(SERVER.id), ...commands.list('')].find(
      (candidate) => candidate['name'] === name && commandType(candidate) === COMMAND.chatInput,
    );
    if (!command) {
      throw new Refused(`There is no command "${name}".`);
    }
    const sent = { ...typed, values: this.#upload(typed.values) };
    return { commandId: textOf(command, 'id') ?? '', nested: nestedOptions(command, steps, sent) };
  }

  #upload(values: OptionValues): SentValues {
    const sent = Object.entries(values).map(([name, value]): [string, string | number | boolean] => [
      name,
      typeof value === 'object' ? storeOptionFile(this.#world, value) : value,
    ]);
    return Object.fromEntries(sent);
  }
}
