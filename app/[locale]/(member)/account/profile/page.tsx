import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AccountPage } from '@/components/account/account-page';
import { ProfileForm } from '@/components/account/profile-form';
import { saveProfile } from '@/lib/actions/own-account';
import { requireShopper } from '@/lib/auth/session';
import { rememberedDelivery } from '@/lib/queries/remembered-delivery';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.edit'))('title') };
}

/** Name and delivery details, as the next checkout begins with them. */
export default async function ProfilePage() {
  const locale = await getLocale();
  const user = await requireShopper(locale, '/account/profile');
  const delivery = await rememberedDelivery(user.id);
  const t = await getTranslations('account.edit');
  const auth = await getTranslations('auth');
  const forms = await getTranslations('forms');
  return (
    <AccountPage title={t('title')} intro={t('intro')}>
      <ProfileForm
        action={saveProfile}
        locale={locale}
        profile={{ name: user.name, ...delivery }}
        texts={{
          summary: forms('check'),
          name: auth('name'),
          delivery: t('delivery'),
          deliveryHint: t('deliveryHint'),
          recipient: t('recipient'),
          phone: t('phone'),
          address: t('address'),
          save: t('save'),
          pending: forms('pending'),
        }}
      />
    </AccountPage>
  );
}
