'use client';

import './globals.css';
import { ErrorScreen } from '@/components/shell/error-screen';

/** The last resort, when a root layout itself fails: its own document, no shell. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="ko">
      <body>
        <title>장터</title>
        <main className="page-width">
          <ErrorScreen {...props} />
        </main>
      </body>
    </html>
  );
}
