'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import type { Locale } from '@/lib/i18n/locales';
import { localizedPath, unlocalizedPath } from '@/lib/i18n/localized-path';
import { buttonClass } from './button-class';
import { FocusOnAppear } from './focus-on-appear';
import { useFormTexts } from './form-texts';
import { Notice } from './notice';

/** Says that the session ended, and leads to the sign-in and back to this page. */
export function SessionEndedNotice({ locale, message }: { locale: Locale; message: string }) {
  const { signIn } = useFormTexts();
  const query = useSearchParams().toString();
  const here = unlocalizedPath(usePathname()) + (query && `?${query}`);
  return (
    <FocusOnAppear>
      <Notice tone="warning" announce="alert">
        <p>{message}</p>
        <a
          href={localizedPath(locale, `/sign-in?next=${encodeURIComponent(here)}`)}
          className={buttonClass()}
        >
          {signIn}
        </a>
      </Notice>
    </FocusOnAppear>
  );
}
