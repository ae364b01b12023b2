import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Check } from './discord-judge-schemas.ts';

const FILE = `${process.env['SHARED_DIR'] ?? '../shared'}/data/discord/openapi.json`;
const ID = 'discord';

/** Discord's whole OpenAPI document as a judge of single bodies. */
export type DiscordDocument = {
  /** What the document says of a request's body; `undefined` when it says that there is none. */
  requestCheck(method: string, route: string): Check | undefined;
  /** `no such status` when the document has none; `undefined` when it has no body. */
  answerCheck(method: string, route: string, status: number): Check | 'no such status' | undefined;
};

/** Reads the document once; `undefined`, with a line that says so, where the shared folder is absent. */
export const discordDocument: () => DiscordDocument | undefined = once(() => {
  if (!existsSync(FILE)) {
    console.log(`skipped: comparing with Discord's whole OpenAPI document, which is not at ${FILE}`);
    return undefined;
  }
  return openDocument(JSON.parse(readFileSync(FILE, 'utf8')));
});

function openDocument(parsed: unknown): DiscordDocument {
  const document = withoutDiscriminators(parsed);
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ $id: ID, ...asObject(document) });
  const compiled = new Map<string, ValidateFunction>();
  const checkAt = (path: readonly string[]): Check | undefined => {
    if (find(document, path) === undefined) {
      return undefined;
    }
    const reference = `${ID}#/${path.map(pointerPart).join('/')}`;
    const validate = compiled.get(reference) ?? ajv.compile({ $ref: reference });
    compiled.set(reference, validate);
    return (value) =>
      validate(value)
        ? []
        : (validate.errors ?? [])
            .map(({ instancePath, message }) => `${instancePath}: ${message}`)
            .slice(0, 20);
  };
  const body = ['content', 'application/json', 'schema'];

  return {
    requestCheck: (method, route) => checkAt(['paths', route, method.toLowerCase(), 'requestBody', ...body]),
    answerCheck(method, route, status) {
      const responses = ['paths', route, method.toLowerCase(), 'responses'];
      if (status === 429) {
        return checkAt(['components', 'responses', 'ClientRatelimitedResponse', ...body]);
      }
      if (status >= 400) {
        return checkAt(['components', 'responses', 'ClientErrorResponse', ...body]);
      }
      return find(document, [...responses, String(status)]) === undefined
        ? 'no such status'
        : checkAt([...responses, String(status), ...body]);
    },
  };
}

/**
 * `oneOf` in the document means "one of these kinds": its alternatives overlap, so that more than one may fit, and
 * its discriminators name no property that the alternatives require.
 */
function withoutDiscriminators(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutDiscriminators);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      key === 'discriminator' && typeof inner === 'object' && inner !== null && 'propertyName' in inner
        ? []
        : [[key === 'oneOf' ? 'anyOf' : key, withoutDiscriminators(inner)]],
    ),
  );
}

function find(from: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((place, step) => asObject(place)[step], from);
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function pointerPart(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function once<Value>(make: () => Value): () => Value {
  const made: { readonly value: Value }[] = [];
  return () => {
    const known = made[0] ?? { value: make() };
    made[0] = known;
    return known.value;
  };
}
