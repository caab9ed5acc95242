import { ChevronLeft } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { localizedPath } from '@/lib/i18n/localized-path';

type AccountPageProps = {
  title: string;
  intro: string;
  children: ReactNode;
};

/** One task of the account: what it is, what it does, its form, and the way back. */
export async function AccountPage({ title, intro, children }: AccountPageProps) {
  const t = await getTranslations('account');
  return (
    <div className="mx-auto flex max-w-100 flex-col gap-6">
      <div>
        <a
          href={localizedPath(await getLocale(), '/account')}
          className="-ml-1 inline-flex min-h-11 items-center gap-1 text-muted hover:text-ink"
        >
          <ChevronLeft aria-hidden size={20} />
          {t('back')}
        </a>
        <h1 className="text-2xl font-bold">{title}</h1>
      </div>
      <p className="text-muted">{intro}</p>
      {children}
    </div>
  );
}
