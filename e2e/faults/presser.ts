/**
 * Presses buttons for one account, over HTTP through the real forms, and writes down what was told.
 * A press with an unknown outcome is pressed again, as people do.
 */

import type { Random } from '@/db/seed/random';
import adminTexts from '@/lib/i18n/messages/ko/admin.json' with { type: 'json' };
import checkoutTexts from '@/lib/i18n/messages/ko/checkout.json' with { type: 'json' };
import officeTexts from '@/lib/i18n/messages/ko/office.json' with { type: 'json' };
import refusals from '@/lib/i18n/messages/ko/refusals.json' with { type: 'json' };
import type { CookieJar } from '../support/cookie-jar';
import { createFormClient, type FormClient, type PressAnswer } from '../support/form-client';
import {
  type History,
  type HistoryAction,
  isRefusedForNow,
  type ToldAnswer,
} from '../support/history';
import type { Press } from '../support/html-form';
import { isHang } from './patience';

/** Somebody of the crowd. */
export interface Person {
  /**
   * Does one thing, or presses something again.
   * @throws when a page does not come, before anything was pressed
   */
  act(): Promise<void>;
  /** Presses again whatever is still open. @returns how many are open after it */
  settle(): Promise<number>;
}

/** What anybody of the crowd is given. */
export interface PersonOptions {
  userId: number;
  /** Of a session that is signed in. */
  cookies: CookieJar;
  /** Instances of the shop; each thing is done on one of them. */
  origins: readonly string[];
  history: History;
  random: Random;
  /** An answer that takes longer never comes: a complaint. */
  answersWithinMs: number;
  /** What was seen that nobody should see; empty at the end of a good run. */
  complaints: string[];
  /** Told that a press goes out. */
  onSend(): void;
  /** Told of each press: what was answered, its status (0: none), and how long it took. */
  onAnswer(told: ToldAnswer, status: number, ms: number): void;
}

export interface SentPress {
  action: HistoryAction;
  key: string;
  request: unknown;
  press: Press;
}

export interface Presser extends Pick<Person, 'settle'> {
  /** A client on one of the instances. Its `open` throws where a page failed. */
  client(): FormClient;
  send(sent: SentPress): Promise<ToldAnswer>;
  /** Presses again what is open, now and then what was done. @returns false: there is nothing of that */
  again(): Promise<boolean>;
}

/** What the pages that this account sees say of a press; null: nothing. */
export interface Reading {
  /** @param to where the answer leads */
  redirect(to: URL, sent: SentPress): ToldAnswer | null;
  /** @param said by the page's notices */
  notices?(said: string, sent: SentPress): ToldAnswer | null;
}

const KEEPS_FOR_REPEATS = 20;

/** Answers that leave it open whether the press was done. */
const OPEN_TEXTS = [
  refusals.OUTCOME_UNKNOWN,
  refusals.MAYBE_DONE,
  checkoutTexts.unsure.checking,
  officeTexts.adjust.unsure.checking,
  adminTexts.orders.cancelUnsure.checking,
  adminTexts.orders.fulfilUnsure.checking,
  adminTexts.stock.form.unsure.checking,
];

export function createPresser(options: PersonOptions, reading: Reading): Presser {
  const { userId, cookies, origins, history, random, complaints } = options;
  const { answersWithinMs, onSend, onAnswer } = options;
  const open: SentPress[] = [];
  const done: SentPress[] = [];

  const client = () => {
    const http = createFormClient(random.pick(origins), { cookies, timeoutMs: answersWithinMs });
    const hung = (what: string, cause: unknown) => {
      if (isHang(cause)) complaints.push(`${what} hung: no answer within ${answersWithinMs} ms`);
    };
    return {
      ...http,
      async open(path) {
        try {
          const page = await http.open(path);
          if (page.status < 500) return page;
          throw new Error(`${page.status} ${page.url}`);
        } catch (error) {
          hung(path, error);
          throw error;
        }
      },
      async send(press, sendOptions) {
        const answer = await http.send(press, sendOptions);
        if (answer.kind === 'unknown') hung(`a press of ${press.pageUrl}`, answer.cause);
        return answer;
      },
    } satisfies FormClient;
  };

  async function send(sent: SentPress): Promise<ToldAnswer> {
    const { action, key, request, press } = sent;
    const answered = history.sent({ userId, action, key, request });
    const from = performance.now();
    onSend();
    const answer = await client().send(press, { follow: false });
    const told = toldBy(answer, sent);
    const settled = told.kind !== 'unknown' && !(isRefusedForNow(told) && open.includes(sent));
    answered(told);
    onAnswer(told, answer.kind === 'answered' ? answer.status : 0, performance.now() - from);
    forget(open, sent);
    if (!settled) open.push(sent);
    if (told.kind === 'acknowledged') {
      done.push(sent);
      if (done.length > KEEPS_FOR_REPEATS) done.shift();
    }
    return told;
  }

  /** What an answer tells about the press. */
  function toldBy(answer: PressAnswer, sent: SentPress): ToldAnswer {
    if (answer.kind === 'unknown') return { kind: 'unknown' };
    const { status, location, page } = answer;
    if (location !== null) {
      const to = new URL(location, page.url);
      const told = reading.redirect(to, sent);
      if (told) return told;
      complaints.push(`${sent.action}: led to ${to.pathname}${to.search}`);
      return { kind: 'refused', code: `led to ${to.pathname}` };
    }
    const said = page.notices.map(({ text }) => text).join(' ');
    if (OPEN_TEXTS.some((text) => said.includes(text))) return { kind: 'unknown' };
    const told = reading.notices?.(said, sent);
    if (told) return told;
    const code = Object.entries(refusals).find(([, text]) => said.includes(text))?.[0];
    const refusal = { kind: 'refused', code: code ?? '' } as const;
    // A failure that says that nothing was changed is held to its word; any other says nothing.
    if (status >= 500) return isRefusedForNow(refusal) ? refusal : { kind: 'unknown' };
    if (code) return refusal;
    const wrong = Object.keys(page.fieldErrors);
    if (wrong.length > 0) return { kind: 'refused', code: `INVALID ${wrong.join(' ')}` };
    if (said !== '') return { kind: 'refused', code: said.slice(0, 60) };
    complaints.push(`${sent.action}: ${status} ${page.url} says nothing about the press`);
    return { kind: 'unknown' };
  }

  return {
    client,
    send,
    async again() {
      const last = open.at(-1);
      if (last) await send(last);
      else if (done.length > 0 && random.chance(0.1)) await send(random.pick(done));
      else return false;
      return true;
    },
    async settle() {
      for (const sent of [...open]) await send(sent);
      return open.length;
    },
  };
}

/** A press whose form carries its key. */
export function keyed(action: HistoryAction, press: Press, request: unknown): SentPress {
  const key = press.fields.find(([name]) => name === 'idempotencyKey')?.[1];
  if (!key) throw new Error(`${press.pageUrl}: the form carries no key`);
  return { action, key, request, press };
}

function forget<T>(list: T[], item: T): void {
  const index = list.indexOf(item);
  if (index >= 0) list.splice(index, 1);
}
