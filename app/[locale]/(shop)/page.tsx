import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';

export default async function HomePage() {
  const t = await getTranslations('shell.welcome');
  return (
    <div className="flex max-w-160 flex-col gap-4 py-8">
      <h1 className="text-3xl font-bold">{t('title')}</h1>
      <p className="text-lg">{t('body')}</p>
      <p className="flex flex-wrap gap-2">
        <ButtonLink href="/products">{t('browse')}</ButtonLink>
        <ButtonLink href="/popular" variant="secondary">
          {t('popular')}
        </ButtonLink>
      </p>
    </div>
  );
}
