/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [
    'lib/domain/**/*rules.ts',
    'lib/domain/{money,seoul-day,batch-queue}.ts',
    'lib/parse-amount.ts',
  ],
  plugins: ['./e2e/mutations/rules/in-process-runner.mjs'],
  testRunner: 'in-process',
  testRunnerNodeArgs: ['--import', 'tsx'],
  coverageAnalysis: 'perTest',
  // A mutant that hangs is killed by it; a busy machine must not do that.
  timeoutMS: 10_000,
  concurrency: 2,
  reporters: ['clear-text'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 100, low: 100, break: 100 },
  ignorePatterns: ['.*', 'app', 'components', 'db', 'e2e', 'public', 'test-results'],
  tempDirName: '.data-mutants-rules',
  // Stryker would read it with TypeScript's old programming interface, which version 7 lacks.
  tsconfigFile: 'none',
  allowEmpty: false,
};
