'use client';

import { useEffect } from 'react';
import { referenceCode } from '@/lib/views/reference-code';

/** Where the document was asked for again, so that one that cannot be had is not asked for ever. */
const ASKED_AGAIN = 'asked-again';

/**
 * The last resort, when a root layout itself fails: its own document in both languages. Every page
 * ships it, so it brings nothing along, not even the styles.
 *
 * The server's own failures carry a digest. One without is an answer that broke off on the way, after
 * the address had moved on: the page that was meant is asked for once more.
 */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const code = referenceCode(error);
  useEffect(() => {
    if (code !== undefined || sessionStorage.getItem(ASKED_AGAIN) === location.href) return;
    sessionStorage.setItem(ASKED_AGAIN, location.href);
    location.reload();
  }, [code]);
  return (
    <html lang="ko">
      <body style={{ colorScheme: 'light dark', font: '16px/1.6 system-ui', padding: '48px 16px' }}>
        <title>장터 Jangteo</title>
        <h1>화면을 불러오지 못했어요</h1>
        <p lang="en">This page didn’t load.</p>
        {code && (
          <p>
            오류 코드 · Error code <code>{code}</code>
          </p>
        )}
        <button
          type="button"
          onClick={() => retry()}
          style={{ font: 'inherit', padding: '8px 16px' }}
        >
          다시 시도 · Try again
        </button>
      </body>
    </html>
  );
}
