import type { OxlintConfig, OxlintOverride } from 'oxlint';

type Layer = {
  /** Layers, or single files, whose files it may import, besides its own. */
  readonly sees: readonly string[];
  /** Packages it may import; `node:` is every Node module, `node:crypto` that one. */
  readonly knows: readonly string[];
};

/** What the product is built from. */
const PARTS: Readonly<Record<string, Layer>> = {
  'src/domain': { sees: [], knows: [] },
  'src/calendar': { sees: ['src/domain'], knows: ['temporal-polyfill'] },
  'src/engine': { sees: ['src/domain', 'src/calendar'], knows: ['technicalindicators'] },
  'src/ports': { sees: ['src/domain'], knows: [] },
  'src/services': { sees: ['src/domain', 'src/calendar', 'src/engine', 'src/ports'], knows: [] },
  'src/scheduler': { sees: ['src/domain', 'src/calendar', 'src/ports'], knows: ['node-cron'] },
  'src/jobs': { sees: ['src/domain', 'src/scheduler', 'src/services'], knows: [] },
  'src/adapters': {
    sees: ['src/domain', 'src/calendar', 'src/ports'],
    knows: ['keyv', 'kysely', 'zod', 'csv-parse', 'lru-cache', 'pino', 'pg', 'node:'],
  },
  'src/charts': {
    sees: ['src/domain', 'src/ports'],
    knows: ['d3-scale', 'd3-shape', 'd3-array', '@resvg/resvg-wasm', '@expo-google-fonts/inter', 'node:'],
  },
  'src/discord': {
    sees: ['src/domain', 'src/ports', 'src/services'],
    knows: ['discord.js', 'zod', 'node:crypto'],
  },
  'src/playground': { sees: [], knows: ['ws', 'node:'] },
  'src/playground/page': { sees: [], knows: [] },
  commands: { sees: ['src/domain', 'src/discord', 'src/services'], knows: ['discord.js', 'zod'] },
  config: { sees: ['src/domain'], knows: ['zod'] },
};

const SERVICES = 'src/services';

/** Which topic of `services` sees which, by what its `index.ts` gives. No topic sees one that sees it. */
export const TOPICS: Readonly<Record<string, readonly string[]>> = {
  settings: [],
  book: [],
  checklist: [],
  delivery: [],
  health: [],
  signal: ['book', 'checklist', 'delivery'],
  market: ['book', 'signal'],
  hedge: ['book', 'signal'],
  releases: ['delivery', 'signal'],
  history: ['settings'],
};

const PRODUCT = [
  ...Object.keys(PARTS).filter((folder) => folder.startsWith('src/') && folder !== 'src/playground/page'),
  'src/assemble-steward.ts',
];

/** Who may import whom. What is not here (`SHELL`, test) may import everything. */
export const LAYERS: Readonly<Record<string, Layer>> = {
  ...PARTS,
  // The product assembled a second time, and whoever looks at it from outside; what they need of the machine is given.
  'src/replay': { sees: PRODUCT, knows: ['node:fs', 'node:path'] },
  'src/checkup': { sees: PRODUCT, knows: ['node:fs', 'node:path'] },
};

/** These may import everything, and nobody imports them. They alone meet the clock, the environment and the console. */
export const SHELL = ['src/main.ts', 'src/assemble-steward.ts', 'src/{wiring,cli}/**'];

const PAGE_FOLDER = 'src/playground/page';
const PAGE = `${PAGE_FOLDER}/**`;
const PURE = ['src/domain/**', 'src/calendar/**', 'src/engine/**'];
const OFFLINE = ['src/{services,scheduler,jobs,charts,discord}/**', 'commands/**', 'config/**'];

const NETWORK = ['fetch', 'WebSocket', 'EventSource'];
const TIMERS = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'];
const HOST = ['process', 'Buffer', 'crypto', 'performance', ...TIMERS];

/** How the files of a folder are named in an import: `src` is the root of its aliases, other folders bear their name. */
const aliasOf = (path: string): string => `#${path.replace(/^src\//, '')}`;

function packagePatterns(name: string): string[] {
  return name === 'node:' ? ['!node:*', '!node:*/**', 'node:process'] : [`!${name}`, `!${name}/**`];
}

/** What a folder's files may name: siblings, what lies below an alias that they see, packages that they know. */
function lettingIn(folder: string, { sees, knows }: Layer): string[] {
  // The browser reads no aliases and no TypeScript: the page is relative, and everything around it ends in `.ts`.
  const own = folder === PAGE_FOLDER ? ['!../**', '**/*.ts'] : [`!${aliasOf(folder)}/**`];
  const visible = [folder, ...sees];
  const nested = Object.keys(LAYERS).filter(
    (other) => !visible.includes(other) && visible.some((seen) => other.startsWith(`${seen}/`)),
  );
  return [
    '!./**',
    ...own,
    ...sees.map((seen) => `!${aliasOf(seen)}${seen.endsWith('.ts') ? '' : '/**'}`),
    ...nested.map((other) => `${aliasOf(other)}/**`),
    ...knows.flatMap(packagePatterns),
  ];
}

/**
 * One group of patterns: everything is refused, then what may be imported is let in. With two groups, or a regular
 * expression in one, forbidden imports pass without a word.
 */
function layerOverride(folder: string, layer: Layer): OxlintOverride {
  const allowed = [...layer.sees, ...layer.knows].join(', ') || 'only its own files';
  return {
    files: [`${folder}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['*', ...lettingIn(folder, layer)], message: `${folder} may import ${allowed}.` },
          ],
        },
      ],
    },
  };
}

/** A topic sees its own files, what binds acts, the topics below it by their `index.ts`, and the layers below. */
function topicOverride(topic: string, seen: readonly string[]): OxlintOverride {
  const folder = `${SERVICES}/${topic}`;
  const below = LAYERS[SERVICES]?.sees ?? [];
  const names = [
    `!${aliasOf(folder)}/**`,
    `!${aliasOf(SERVICES)}/bind.ts`,
    ...seen.map((other) => `!${aliasOf(SERVICES)}/${other}/index.ts`),
    ...below.map((layer) => `!${aliasOf(layer)}/**`),
  ];
  const allowed = [...seen.map((other) => `${other}/index.ts`), ...below].join(', ');
  return {
    files: [`${folder}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['*', '!./**', ...names], message: `${folder} may import ${allowed}.` }] },
      ],
    },
  };
}

const config: OxlintConfig = {
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'node', 'promise'],
  categories: { correctness: 'error' },
  options: { reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['node_modules/**', 'coverage/**', 'data/**', 'test/fixtures/**', '.ci/node-version.cjs'],
  rules: {
    // Size
    'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
    complexity: ['error', { max: 10 }],
    'max-depth': ['error', { max: 3 }],
    'max-params': ['error', { max: 4 }],

    // Modules
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'import/no-default-export': 'error',
    'import/no-duplicates': 'error',
    'import/no-mutable-exports': 'error',
    'import/no-self-import': 'error',
    'oxc/no-barrel-file': ['error', { threshold: 0 }],
    'typescript/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    'unicorn/prefer-node-protocol': 'error',

    // Promises
    'typescript/no-floating-promises': ['error', { ignoreVoid: false }],
    'typescript/no-misused-promises': 'error',
    'typescript/return-await': ['error', 'error-handling-correctness-only'],
    'typescript/prefer-promise-reject-errors': 'error',

    // Types
    'typescript/ban-ts-comment': 'error',
    'typescript/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-unnecessary-type-assertion': 'error',
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],

    // Statements
    'array-callback-return': 'error',
    curly: 'error',
    eqeqeq: 'error',
    'no-param-reassign': 'error',
    'no-var': 'error',
    'no-warning-comments': 'error',
    'prefer-const': 'error',
    'preserve-caught-error': 'error',

    // The world outside: what the sums need of it arrives as an argument
    'no-console': 'error',
    'node/no-process-env': 'error',
    'unicorn/no-process-exit': 'error',
    'no-restricted-properties': [
      'error',
      {
        object: 'Date',
        property: 'now',
        message: 'The time arrives as an argument or through a clock port.',
      },
      {
        object: 'performance',
        property: 'now',
        message: 'The time arrives as an argument or through a clock port.',
      },
      {
        object: 'Temporal',
        property: 'Now',
        message: 'The time arrives as an argument or through a clock port.',
      },
      { object: 'Math', property: 'random', message: 'Chance arrives as an argument.' },
    ],
  },
  overrides: [
    ...Object.entries(LAYERS).map(([folder, layer]) => layerOverride(folder, layer)),
    ...Object.entries(TOPICS).map(([topic, seen]) => topicOverride(topic, seen)),
    {
      files: OFFLINE,
      rules: { 'no-restricted-globals': ['error', ...NETWORK] },
    },
    {
      files: PURE,
      rules: {
        'no-restricted-globals': ['error', ...NETWORK, ...HOST],
      },
    },
    {
      files: [...SHELL, 'test/bench/**'],
      rules: {
        'no-console': 'off',
        'no-restricted-properties': 'off',
        'node/no-process-env': 'off',
        'unicorn/no-process-exit': 'off',
      },
    },
    { files: ['src/adapters/clock/**', PAGE], rules: { 'no-restricted-properties': 'off' } },
    {
      // JSON that the page reads from its own server is typed by comments, which these rules do not read.
      files: [PAGE],
      env: { browser: true },
      rules: {
        'typescript/no-unsafe-argument': 'off',
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-return': 'off',
      },
    },
    {
      files: ['test/**'],
      plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'node', 'promise', 'vitest'],
      rules: {
        'max-lines-per-function': 'off',
        'no-console': 'off',
        'no-restricted-properties': 'off',
        'node/no-process-env': 'off',
        // Matchers such as `expect.objectContaining` are `any`, and an unbound method is what is being looked at.
        'typescript/no-unsafe-argument': 'off',
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-return': 'off',
        'typescript/unbound-method': 'off',
        'vitest/no-focused-tests': 'error',
        'vitest/require-to-throw-message': 'error',
        'vitest/valid-expect': 'error',
        'vitest/valid-expect-in-promise': 'error',
        'vitest/valid-describe-callback': 'error',
        'vitest/require-mock-type-parameters': 'error',
        'vitest/no-restricted-vi-methods': [
          'error',
          Object.fromEntries(
            ['mock', 'doMock', 'hoisted', 'importMock'].map((method) => [
              method,
              'What cannot be tested without replacing a module is in the wrong layer.',
            ]),
          ),
        ],
        'vitest/valid-title': [
          'error',
          {
            mustNotMatch: { it: '^should\\b|\\b(works|correctly)\\b' },
          },
        ],
      },
    },
    {
      files: ['.oxlint.config.ts', '**/vitest*.config.ts'],
      rules: { 'import/no-default-export': 'off' },
    },
    // One table is read at a glance; in two files nobody sees that a row is missing.
    { files: ['.oxlint.config.ts'], rules: { 'max-lines': 'off' } },
  ],
};

export default config;
