import type { Locale } from './locales';
import type { Messages } from './messages';

// Makes `useTranslations('cart')('nope')` a compile error.
declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
