'use client';

import { useEffect } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { failureTexts } from '@/lib/views/failure-texts';
import { referenceCode } from '@/lib/views/reference-code';

type ErrorScreenProps = {
  error: unknown;
  /** Renders the segment again, from the server. */
  retry: () => void;
};

/**
 * What stands in the page's place after an unknown failure: what one can do, and the reference
 * code (`digest`) under which the server logged it. Focus moves to the heading.
 */
export function ErrorScreen({ error, retry }: ErrorScreenProps) {
  const english = typeof document !== 'undefined' && document.documentElement.lang === 'en';
  const t = failureTexts[english ? 'en' : 'ko'];
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
