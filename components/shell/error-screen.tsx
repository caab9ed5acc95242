'use client';

import { useEffect } from 'react';
import { buttonClass } from '@/components/ui/button-class';

// Error boundaries are Client Components and get no props from a layout: they carry both languages
// and take the document's. Kept small, because every page of the segment ships it.
const texts = {
  ko: {
    title: '화면을 불러오지 못했어요',
    body: '잠시 뒤에 다시 시도해 주세요. 같은 일이 계속되면 아래 코드를 알려 주세요.',
    code: '오류 코드',
    retry: '다시 시도',
    home: '홈으로',
    homeHref: '/',
  },
  en: {
    title: 'This page didn’t load',
    body: 'Please try again in a moment. If it keeps happening, tell us the code below.',
    code: 'Error code',
    retry: 'Try again',
    home: 'Back to home',
    homeHref: '/en',
  },
};

type ErrorScreenProps = {
  error: unknown;
  /** Renders the segment again, from the server. */
  retry: () => void;
};

function referenceCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return undefined;
  return typeof error.digest === 'string' ? error.digest : undefined;
}

/**
 * What stands in the page's place after an unknown failure: what one can do, and the reference
 * code (`digest`) under which the server logged it. Focus moves to the heading.
 */
export function ErrorScreen({ error, retry }: ErrorScreenProps) {
  const english = typeof document !== 'undefined' && document.documentElement.lang === 'en';
  const t = english ? texts.en : texts.ko;
  const code = referenceCode(error);
  useEffect(() => document.getElementById('error-title')?.focus(), []);
  return (
    <div className="mx-auto flex max-w-100 flex-col gap-4 py-12" data-error-screen>
      {/* What failed may have been the page's own title. */}
      <title>{t.title}</title>
      <h1 id="error-title" tabIndex={-1} className="text-2xl font-bold outline-none">
        {t.title}
      </h1>
      <p>{t.body}</p>
      {code && (
        <p className="text-sm text-muted">
          {t.code} <code className="font-semibold text-ink">{code}</code>
        </p>
      )}
      <p className="flex gap-2">
        <button type="button" onClick={() => retry()} className={buttonClass()}>
          {t.retry}
        </button>
        <a href={t.homeHref} className={buttonClass({ variant: 'secondary' })}>
          {t.home}
        </a>
      </p>
    </div>
  );
}
