// Stryker's test runner for the unit tests of the pure rules: it loads them once and runs, for each
// mutant, those that reach it. A mutant of what a module does while it loads gets a fresh process.

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';

/** @typedef {import('@stryker-mutator/api/test-runner').TestResult} TestResult */

/**
 * What the instrumented code and this runner share.
 * @type {import('@stryker-mutator/api/core').InstrumenterContext}
 */
const context = {};
Reflect.set(globalThis, '__stryker__', context);

/** @type {unknown[]} */
const loose = [];
process.on('unhandledRejection', (error) => loose.push(error));

class InProcessRunner {
  /** @type {import('./plain-test').PlainTest[] | undefined} */
  #tests;

  capabilities() {
    return { reloadEnvironment: false };
  }

  /**
   * @param {import('@stryker-mutator/api/test-runner').DryRunOptions} options
   * @returns {Promise<import('@stryker-mutator/api/test-runner').DryRunResult>}
   */
  async dryRun({ disableBail }) {
    context.mutantCoverage = { static: {}, perTest: {} };
    const results = await this.#run(await this.#load(), disableBail);
    const { mutantCoverage } = context;
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage };
  }

  /** @param {import('@stryker-mutator/api/test-runner').MutantRunOptions} options */
  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit, disableBail }) {
    if (mutantActivation === 'static') context.activeMutant = activeMutant.id;
    const all = await this.#load();
    context.activeMutant = activeMutant.id;
    context.hitCount = hitLimit === undefined ? undefined : 0;
    context.hitLimit = hitLimit;
    const chosen = testFilter ? all.filter(({ title }) => testFilter.includes(title)) : all;
    const results = await this.#run(chosen, disableBail);
    return toMutantRunResult(
      determineHitLimitReached(context.hitCount, hitLimit) ?? {
        status: DryRunStatus.Complete,
        tests: results,
      },
    );
  }

  async #load() {
    if (!this.#tests) {
      const { tests } = await import('./plain-test');
      // Stryker has gone to its copy of the sources by now.
      for (const file of unitTests()) await import(pathToFileURL(path.resolve(file)).href);
      this.#tests = tests;
    }
    return this.#tests;
  }

  /** @param {import('./plain-test').PlainTest[]} tests @param {boolean} disableBail */
  async #run(tests, disableBail) {
    /** @type {TestResult[]} */
    const results = [];
    for (const { title, body } of tests) {
      context.currentTestId = title;
      const started = performance.now();
      const failure = await failureOf(body);
      const timeSpentMs = performance.now() - started;
      const base = { id: title, name: title, timeSpentMs };
      results.push(
        failure === undefined
          ? { ...base, status: TestStatus.Success }
          : { ...base, status: TestStatus.Failed, failureMessage: failure },
      );
      if (failure !== undefined && !disableBail) break;
    }
    context.currentTestId = undefined;
    return results;
  }
}

/** @param {() => unknown} body @returns {Promise<string | undefined>} */
async function failureOf(body) {
  loose.length = 0;
  try {
    await body();
    await nextTurn();
    if (loose.length > 0) throw loose[0];
  } catch (error) {
    return String(error);
  }
}

function unitTests() {
  const inDomain = readdirSync('lib/domain', { recursive: true, encoding: 'utf8' });
  return [...inDomain.map((name) => `lib/domain/${name}`), 'lib/parse-amount.unit.test.ts'].filter(
    (name) => name.endsWith('.unit.test.ts'),
  );
}

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, 'in-process', () => new InProcessRunner()),
];
