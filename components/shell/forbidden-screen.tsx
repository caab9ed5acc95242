import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';

/** The 403: who may see the page, and two ways on. */
export async function ForbiddenScreen() {
  const t = await getTranslations('auth.forbidden');
  return (
    <div className="mx-auto flex max-w-100 flex-col gap-4 py-12">
      <p className="text-sm font-semibold text-muted">403</p>
      <h1 className="text-2xl font-bold">{t('title')}</h1>
      <p>{t('body')}</p>
      <p className="flex flex-wrap gap-2">
        <ButtonLink href="/">{t('home')}</ButtonLink>
        <ButtonLink href="/account" variant="secondary">
          {t('account')}
        </ButtonLink>
      </p>
    </div>
  );
}
