import type { ListedProduct } from '#domain/book/listed-product.ts';
import type { Choice, CommandContext } from '#discord/command/command.ts';

/** Days on which something of these kinds settles, by their beginning. */
export async function completeExpiry(
  products: readonly ListedProduct[],
  typed: string,
  { server, services }: CommandContext,
): Promise<readonly Choice[]> {
  const days = await services.findExpiries(server, products, typed);
  return days.map((day) => ({ name: day, value: day }));
}
