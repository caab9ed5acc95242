import './globals.css';
import type { Metadata } from 'next';
import { FirstPaintScript } from '@/components/shell/first-paint-script';
import { buttonClass } from '@/components/ui/button-class';

export const metadata: Metadata = { title: '404 · 장터 Jangteo' };

/**
 * Addresses that no root layout can answer (a missing file, a path under /_next): outside of both
 * languages, hence in both.
 */
export default function GlobalNotFound() {
  return (
    <html lang="ko" suppressHydrationWarning>
      <head>
        <FirstPaintScript />
      </head>
      <body>
        <main className="page-width mx-auto flex max-w-100 flex-col gap-4 py-16">
          <p className="text-sm font-semibold text-muted">404</p>
          <h1 className="text-2xl font-bold">찾는 화면이 없어요</h1>
          <p lang="en">We can’t find that page.</p>
          {/* In Korean, as whoever has no language yet; the list finds names of both. */}
          <search>
            <form action="/products" className="flex gap-2">
              <input
                type="search"
                name="q"
                maxLength={100}
                aria-label="상품 검색 · Search products"
                placeholder="무엇을 찾으세요?"
                className="control min-w-0"
              />
              <button type="submit" className={`${buttonClass()} shrink-0`}>
                검색
              </button>
            </form>
          </search>
          <p className="flex gap-2">
            <a href="/" className={buttonClass()}>
              홈으로
            </a>
            <a href="/en" lang="en" className={buttonClass({ variant: 'secondary' })}>
              Home
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
