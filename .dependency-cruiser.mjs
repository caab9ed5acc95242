// The import table of the architecture, as rules. `e2e/import-rules.unit.test.ts` plants a violation of each.

/** A file or folder at the root, not one of the same name deeper down. @param {string} path */
const root = (path) => `^${path}`;
const TESTS = '[.]test[.]tsx?$';

/** @param {string} name @param {string} comment @param {string} from @param {string[]} mayNot @param {string[]} [except] */
const forbid = (name, comment, from, mayNot, except) => ({
  name,
  comment,
  severity: 'error',
  from: { path: root(from), pathNot: TESTS },
  to: { path: mayNot, ...(except ? { pathNot: except } : {}) },
});

const DOMAIN_READS = ['^lib/domain/.+/get-', '^lib/domain/.+/list-', '^lib/domain/.+/quote-'];
const DOMAIN_RULES = ['^lib/domain/.+rules[.]ts$', '^lib/domain/(money|result|seoul-day)[.]ts$'];
const WEB = [
  '^next($|/)',
  'node_modules/next/',
  '^react',
  'node_modules/react',
  'node_modules/next-',
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid('app-composes', 'Routes reach data through queries and actions.', 'app/', [
      '^db/',
      '^lib/domain/',
    ]),
    forbid(
      'components-show',
      'Components get views as props; what they change goes through actions.',
      'components/',
      ['^db/', '^lib/domain/', '^lib/queries/', '^app/', '^lib/(?:env|log)[.]ts$'],
    ),
    forbid(
      'actions-command',
      'An action authorises, parses, gives one command, answers.',
      'lib/actions/',
      ['^app/', '^lib/queries/', '^lib/domain/.*store[.]ts$', '^db/schema/'],
    ),
    forbid(
      'queries-read',
      'Queries decide nothing and write nothing; of the domain they know rules and reads.',
      'lib/queries/',
      ['^app/', '^components/', '^lib/actions/', '^lib/domain/'],
      [...DOMAIN_READS, ...DOMAIN_RULES],
    ),
    forbid('views-are-types', 'What crosses to the browser is plain data.', 'lib/views/', [
      '^app/',
      '^components/',
      '^db/',
      '^lib/(?:actions|queries|auth)/',
      '^lib/(?:env|log)[.]ts$',
    ]),
    forbid(
      'domain-stands-alone',
      'The domain knows no web, no session and no environment.',
      'lib/domain/',
      [
        ...['^app/', '^components/', '^e2e/', '^lib/(?!domain/)'],
        ...['^db/(?!schema|client[.]ts)', ...WEB],
      ],
    ),
    forbid(
      'rules-are-pure',
      'Rules take state and now, and decide; they reach nothing.',
      'lib/domain/.*rules[.]ts$',
      ['^(?!lib/domain/)'],
      ['^crypto$'],
    ),
    forbid(
      'rules-know-rules',
      'Rules build on money, results, days and other rules alone.',
      'lib/domain/.*rules[.]ts$',
      ['^lib/domain/'],
      DOMAIN_RULES,
    ),
    forbid(
      'stores-write',
      'A store locks and writes inside a transaction that it is given.',
      'lib/domain/.*store[.]ts$',
      ['^db/index[.]ts$', '^db/(?!schema|client[.]ts)'],
    ),
    forbid(
      'db-is-below',
      'The database code knows nothing above it, but the environment and the log.',
      'db/(?!seed/|verify|bench|admin)',
      ['^app/', '^components/', '^e2e/', '^lib/(?!env[.]ts|log[.]ts|draining[.]ts)'],
    ),
    forbid('e2e-drives-http', 'Journeys drive the shop from outside.', 'e2e/.+[.]spec[.]ts$', [
      '^app/',
      '^components/',
      '^lib/(?!views/)',
    ]),
    {
      name: 'no-cycle',
      comment: 'A cycle has no bottom to start reading at.',
      severity: 'error',
      from: { pathNot: 'node_modules' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolves',
      comment: 'An import that leads nowhere, or to a package that package.json does not name.',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        pathNot: ['^server-only$', '[.]css$', '^next-intl/config$'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:[.]next|[.]data|node_modules/[.]cache|public|test-results)' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: '.dependency-cruiser.aliases.mjs' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['react-server', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
