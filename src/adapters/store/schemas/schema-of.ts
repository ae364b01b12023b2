import type { z } from 'zod';

/** A type as zod infers it: nothing in it is read-only. */
type Writable<Type> = Type extends object ? { -readonly [Key in keyof Type]: Writable<Type[Key]> } : Type;

type Same<Left, Right> =
  (<Probe>() => Probe extends Left ? 1 : 2) extends <Probe>() => Probe extends Right ? 1 : 2 ? true : false;

type IsExact<Schema extends z.ZodType, Value> = Same<Writable<z.output<Schema>>, Writable<Value>>;

/**
 * A schema that takes exactly one of our own types: a member more or less, on either side, does not compile.
 *
 * What is absent in what an older version wrote must be optional in the type too.
 */
export function schemaOf<Value>() {
  return <Schema extends z.ZodType>(
    schema: Schema,
    ..._proof: IsExact<Schema, Value> extends true ? [] : [differs: never]
  ): Schema => schema;
}
