'use client';

import { type ReactNode, useEffect, useState } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import { localizedPath } from '@/lib/i18n/localized-path';
import { askOutcome, type Settled } from './ask-outcome';
import { FocusOnAppear } from './focus-on-appear';
import { useFormTexts } from './form-texts';
import { ReloadButton } from './lost-notice';
import { Notice } from './notice';
import { SessionEndedNotice } from './session-ended-notice';
import { useOffline } from './use-offline';
import { type Unsure, unsurePress, type WhileUnsure } from './while-unsure';

/**
 * As long as a press can be under way in the shop. No command begins to write when it is older than
 * ten seconds, and what it then writes is answered within seven or given up (`db/client.ts`); the
 * rest is the way there.
 */
const SURE_AFTER_MS = 20_000;
/**
 * For an answer that is still awaited: what a busy shop takes in its time is done by then. Whoever
 * waits longer than this is waiting for a connection that nobody holds at its other end.
 */
const STUCK_AFTER_MS = 30_000;

export interface SettlingTexts {
  /** Nobody knows yet; pressing again is safe. */
  checking: string;
  /** Nothing was done, and why one can say so. */
  offline: string;
  /** Nothing was done. */
  nothing: string;
  /** What to do then. */
  nothingBody: string;
  signedOut: string;
}

type SettlingOptions = {
  /** What `/api/outcome` calls it. */
  action: string;
  /** Of what is no form with a key: the order it is about. */
  orderId?: number;
  locale: Locale;
  texts: SettlingTexts;
  /** The button that presses again, with what has to stand before it; without: it is near enough. */
  again?: ReactNode;
  /** The result's address as this form wants it; paths without a language prefix. */
  resultPath?: (path: string) => string;
};

/**
 * For `unsure` of an `ActionForm`: stands above the form while nobody knows whether its press did
 * anything, asks the shop, and leads to the first result or says that nothing was done. Nothing is ever
 * sent again by itself.
 */
export const whileUnsure =
  (options: SettlingOptions): WhileUnsure =>
  (answer, late) => {
    const press = unsurePress(answer, late);
    return press && <Settling key={press.id} press={press} {...options} />;
  };

function Settling(props: SettlingOptions & { press: Unsure }) {
  const { press, action, orderId, locale, texts, again, resultPath = (path) => path } = props;
  const { stuck } = useFormTexts().lost;
  const [settled, setSettled] = useState<Settled['kind']>();
  const about: Record<string, string> =
    orderId === undefined
      ? { key: press.typed.idempotencyKey ?? '' }
      : { orderId: String(orderId) };
  const address = `/api/outcome?${new URLSearchParams({ action, ...about })}`;
  const sureAfterMs = press.underWay ? STUCK_AFTER_MS : SURE_AFTER_MS;
  const offline = useOffline() && press.offline;

  // biome-ignore lint/correctness/useExhaustiveDependencies: where it leads does not change the question
  useEffect(() => {
    const leave = new AbortController();
    void askOutcome(address, { sureAfterMs, signal: leave.signal }).then((answer) => {
      if (answer === null) return;
      setSettled(answer.kind);
      if (answer.kind === 'done') {
        location.assign(localizedPath(locale, resultPath(answer.path)));
      }
    });
    return () => leave.abort();
  }, [address, sureAfterMs]);

  return (
    <FocusOnAppear>
      {settled === 'nothing' ? (
        <Notice tone="warning" announce="status" title={texts.nothing}>
          {press.underWay ? (
            <>
              <p>{stuck}</p>
              <ReloadButton />
            </>
          ) : (
            <>
              <p>{texts.nothingBody}</p>
              {again}
            </>
          )}
        </Notice>
      ) : settled === 'signedOut' ? (
        <SessionEndedNotice locale={locale} message={texts.signedOut} />
      ) : (
        <Notice tone="warning" announce="status">
          {offline && settled === undefined ? texts.offline : texts.checking}
        </Notice>
      )}
    </FocusOnAppear>
  );
}
