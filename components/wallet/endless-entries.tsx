'use client';

import { type MouseEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import type { EntryRowsView } from '@/lib/views/wallet';
import { EntryDays } from './entry-days';
import { type EntryReader, readEntries } from './read-entries';

type EndlessEntriesProps = {
  /** The page's own. */
  first: EntryRowsView;
  locale: Locale;
  /** Which entries, as the query of the page's address. */
  choice: string;
  /** The page's finished address without `before`. */
  address: string;
  texts: { older: string; loading: string; pages: string };
};

/** Then it takes a press, so that whoever wants to reach what stands below the history can. */
const pagesByThemselves = 5;

/** A history that goes on by itself where its end comes into sight; without scripts a link goes on. */
export function EndlessEntries({ first, locale, choice, address, texts }: EndlessEntriesProps) {
  const [pages, setPages] = useState<readonly EntryRowsView[]>([first]);
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const reader = useRef<EntryReader>(undefined);
  const link = useRef<HTMLAnchorElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const isOnLink = useRef(false);

  const readOn = useCallback(async () => {
    setState('loading');
    try {
      reader.current ??= await readEntries(first, { locale, choice });
      setPages(await reader.current());
      setState('idle');
    } catch {
      // The link still leads on.
      setState('failed');
    }
  }, [first, locale, choice]);

  const byItself = state === 'idle' && pages.length < pagesByThemselves;
  useEffect(() => {
    if (!byItself || !link.current) return;
    const sight = new IntersectionObserver((moves) => {
      // A busy browser tells of several at once, of which the last is how it stands.
      if (moves.at(-1)?.isIntersecting) void readOn();
    });
    sight.observe(link.current);
    return () => sight.disconnect();
  }, [byItself, readOn]);

  function press(event: MouseEvent) {
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey;
    if (elsewhere || state === 'failed') return;
    event.preventDefault();
    if (state === 'idle') void readOn();
  }

  // With the last page the link goes: what it brought takes the focus.
  useEffect(() => {
    if (link.current || !isOnLink.current) return;
    isOnLink.current = false;
    const before = pages.slice(0, -1).flatMap(({ rows }) => rows).length;
    const entries = box.current?.querySelectorAll('[data-entry]');
    entries?.[before]?.querySelector('a')?.focus();
  }, [pages]);

  const olderBefore = pages.at(-1)?.olderBefore ?? null;
  return (
    <div ref={box} aria-busy={state === 'loading'}>
      <EntryDays rows={pages.flatMap(({ rows }) => rows)} locale={locale} />
      {olderBefore !== null && (
        <nav aria-label={texts.pages} className="mt-6">
          <a
            ref={link}
            rel="next"
            href={`${address}${address.includes('?') ? '&' : '?'}before=${olderBefore}`}
            onClick={press}
            onFocus={() => {
              isOnLink.current = true;
            }}
            onBlur={() => {
              isOnLink.current = false;
            }}
            className="shell-link underline"
          >
            {state === 'loading' ? texts.loading : texts.older}
          </a>
        </nav>
      )}
    </div>
  );
}
