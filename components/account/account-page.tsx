import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { BackLink } from '@/components/ui/back-link';

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
        <BackLink path="/account" text={t('back')} />
        <h1 className="text-2xl font-bold">{title}</h1>
      </div>
      <p className="text-muted">{intro}</p>
      {children}
    </div>
  );
}
