import { getTranslations } from 'next-intl/server';
import { isClosedAccount } from '@/lib/views/person';

/**
 * What somebody is called, in a direction of its own, so that no name turns the words beside it
 * around; whoever closed the account is called that, in the page's language.
 */
export async function PersonName({ name }: { name: string }) {
  const t = await getTranslations('account');
  return <bdi>{isClosedAccount(name) ? t('closedName') : name}</bdi>;
}
