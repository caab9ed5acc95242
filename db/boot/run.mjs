// Runs the programs that prepare the shop. Node's own modules only: nothing is installed yet.

import { spawn } from 'node:child_process';

const FAILURE_LINES = 120;

/** One short line of progress. @param {string} line */
export function say(line) {
  process.stdout.write(`  ${line}\n`);
}

/** Ends with one clear line. @param {string} line @returns {never} */
export function fail(line) {
  process.stderr.write(`\n  ${line}\n\n`);
  process.exit(1);
}

/** Ends with the last lines of a program's output and one clear line. @param {string} line @param {string} output @returns {never} */
export function failWith(line, output) {
  process.stderr.write(`${output.trimEnd().split('\n').slice(-FAILURE_LINES).join('\n')}\n`);
  fail(line);
}

/**
 * Runs a program quietly to its end; its output is shown only when it fails. Ending this process
 * ends the program too.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ status: number, output: string }>}
 */
export function run(command, args, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const pass = (/** @type {NodeJS.Signals} */ signal) => {
      child.kill(signal);
      process.exit(130);
    };
    process.on('SIGINT', pass).on('SIGTERM', pass);
    const settle = (/** @type {number} */ status) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve({ status, output });
    };
    child.once('error', (error) => {
      output += error.message;
      settle(1);
    });
    child.once('close', (code) => settle(code ?? 1));
  });
}

/**
 * As `run`, but a failure ends this process with the last lines of the output.
 *
 * @param {string} what said in the failure
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function mustRun(what, command, args, env) {
  const { status, output } = await run(command, args, env);
  if (status !== 0) failWith(`${what} failed.`, output);
}
