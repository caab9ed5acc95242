import type { getTranslations } from 'next-intl/server';

/** Texts of all surfaces in one language: `t('wallet.done', { … })`; an unknown key does not compile. */
export type Texts = Awaited<ReturnType<typeof getTranslations<never>>>;
