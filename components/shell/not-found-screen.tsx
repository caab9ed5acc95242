import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { SearchForm } from './search-form';

/** The 404 inside a shell: what happened, a search, one way on. */
export async function NotFoundScreen() {
  const t = await getTranslations('shell.notFound');
  return (
    <div className="mx-auto flex max-w-100 flex-col gap-4 py-12">
      <p className="text-sm font-semibold text-muted">404</p>
      <h1 className="text-2xl font-bold">{t('title')}</h1>
      <p>{t('body')}</p>
      <SearchForm id="not-found-search" />
      <p>
        <ButtonLink href="/" variant="secondary">
          {t('home')}
        </ButtonLink>
      </p>
    </div>
  );
}
