/**
 * `npm run test:budgets`: what every page weighs, and how fast the main ones are on a slow phone,
 * against the budgets of interface.md. Prints a table; ends with 1 when anything is over.
 */

import { parseArgs } from 'node:util';
import { type BrowserContext, chromium } from '@playwright/test';
import { createDatabase } from '@/db/client';
import { browserOptions } from '../support/browser.mjs';
import { enterAs } from '../support/enter';
import startCluster from '../support/global-setup';
import { ROUTES, type Visitor } from '../support/routes';
import { openSampleShop, type Shop } from '../support/shop';
import { makeShownRows, type ShownRows } from '../support/shown-rows';
import * as limits from './limits';
import { type Speed, timePage, weighPage } from './measure';
import { PRESSES } from './presses';

const USAGE = `Usage: npm run test:budgets -- [--only TEXT] [--runs N] [--weight]

  --only TEXT   pages whose address contains TEXT
  --runs N      loads of each timed page; their median counts (3)
  --weight      kB alone, without the timing, which takes some minutes

Builds the shop unless that is done, serves it beside a running one and prints a Markdown table:
kB gz (1,000 bytes) of script, CSS and HTML of every page; LCP, CLS and INP of the main ones at a
quarter of the processor's speed, 1.6 Mb/s and 150 ms; the first text on slow 3G (400 kb/s, 400 ms);
requests to other hosts. INP is the slowest of what shoppers press there: the theme, a field, and where
they are, quantity, cart, coupon, a chip and pay, up to the waiting. What is over its budget is marked ✘, and the command then ends with 1.
Timings want a quiet machine.`;

/** Timed: where people come in, and where money moves. */
const TIMED = [
  '(shop)',
  '(shop)/products',
  '(shop)/products/[slug]',
  '(shop)/popular/[[...days]]',
  '(shop)/[...rest]',
  '(auth)/sign-in',
  '(member)/cart',
  '(member)/checkout',
  '(member)/wallet',
  '(member)/orders/[orderId]',
  '(admin)/admin',
];

const { only = '', runs, weightOnly } = readArguments();
process.env.TEST_DATA_DIR = '.data-budgets';
const stopCluster = await startCluster();
let over = 0;
try {
  const shop = await openSampleShop('test_budgets');
  const browser = await chromium.launch(browserOptions().launchOptions);
  try {
    const db = createDatabase({ url: shop.databaseUrl, max: 2 });
    const rows = await makeShownRows(db);
    await db.close();
    const enter = (visitor: Visitor) =>
      enterAs(browser, shop.url, visitor === 'guest' ? null : rows[visitor]);
    const visitors = {
      guest: await enter('guest'),
      shopper: await enter('shopper'),
      admin: await enter('admin'),
    };
    await printTable(shop, visitors, rows);
  } finally {
    await browser.close();
    await shop.stop();
  }
} finally {
  await stopCluster();
}
console.log(over === 0 ? '\nWithin every budget.' : `\n${over} figures over their budget.`);
process.exitCode = over === 0 ? 0 : 1;

async function printTable(
  shop: Shop,
  visitors: Record<Visitor, BrowserContext>,
  rows: ShownRows,
): Promise<void> {
  console.log(
    '| Page | JS kB | CSS kB | HTML kB | LCP s | CLS | INP ms | Slow 3G text s | Other hosts |',
  );
  console.log('| --- | --: | --: | --: | --: | --: | --: | --: | --: |');
  for (const [folder, { as, paths }] of Object.entries(ROUTES)) {
    const [path = '/'] = paths(rows);
    if (!path.includes(only)) continue;
    const url = shop.url + path;
    const weight = await weighPage(visitors[as], url);
    const cells = [
      figure(weight.script, limits.SCRIPT_KB[limits.surfaceOf(folder)], 1),
      figure(weight.css, limits.CSS_KB, 1),
      figure(weight.html, limits.HTML_KB, 1),
      ...(weightOnly || !TIMED.includes(folder)
        ? Array<string>(5).fill('')
        : timings(await timeOften(visitors[as], url, folder))),
    ];
    console.log(`| \`${path}\` | ${cells.join(' | ')} |`);
  }
}

interface Timing extends Speed {
  slowText: number;
}

/** The median of each figure over some loads, each with an empty cache. */
async function timeOften(context: BrowserContext, url: string, folder: string): Promise<Timing> {
  const speeds: Timing[] = [];
  for (let run = 0; run < runs; run++) {
    const mobile = await timePage(context, url, limits.MOBILE, PRESSES[folder]);
    const { fcp: slowText } = await timePage(context, url, limits.SLOW_3G);
    speeds.push({ ...mobile, slowText });
  }
  const median = (name: keyof Timing) =>
    speeds.map((speed) => speed[name]).sort((a, b) => a - b)[runs >> 1] ?? 0;
  const names = ['fcp', 'lcp', 'cls', 'inp', 'foreign', 'slowText'] as const;
  return Object.fromEntries(names.map((name) => [name, median(name)])) as unknown as Timing;
}

function timings({ lcp, cls, inp, slowText, foreign }: Timing): string[] {
  return [
    figure(lcp / 1000, limits.LCP_MS / 1000, 2),
    figure(cls, limits.CLS, 3),
    figure(inp, limits.INP_MS, 0),
    figure(slowText / 1000, limits.SLOW_TEXT_MS / 1000, 2),
    figure(foreign, 0, 0),
  ];
}

/** A figure as the table shows it; counts those over their budget. */
function figure(value: number, most: number, digits: number): string {
  if (value <= most) return value.toFixed(digits);
  over += 1;
  return `✘ ${value.toFixed(digits)} (${most})`;
}

function readArguments(): { only?: string; runs: number; weightOnly: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        runs: { type: 'string', default: '3' },
        weight: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    const count = Number(values.runs);
    if (!Number.isInteger(count) || count < 1 || count > 99) {
      throw new Error(`--runs: a whole number from 1 to 99, not ${values.runs}`);
    }
    return {
      ...(values.only !== undefined && { only: values.only }),
      runs: count,
      weightOnly: values.weight,
    };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}
