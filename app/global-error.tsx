'use client';

/**
 * The last resort, when a root layout itself fails: its own document in both languages. Every page
 * ships it, so it brings nothing along, not even the styles.
 */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="ko">
      <body style={{ colorScheme: 'light dark', font: '16px/1.6 system-ui', padding: '48px 16px' }}>
        <title>장터 Jangteo</title>
        <h1>화면을 불러오지 못했어요</h1>
        <p lang="en">This page didn’t load.</p>
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
