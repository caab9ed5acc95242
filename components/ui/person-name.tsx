import { useTranslations } from 'next-intl';
import { isClosedAccount } from '@/lib/views/person';

/**
 * What somebody is called, in a direction of its own, so that no name turns the words beside it
 * around; whoever closed the account is called that, in the page's language.
 */
export function PersonName({ name }: { name: string }) {
  const t = useTranslations('account');
  return <bdi>{isClosedAccount(name) ? t('closedName') : name}</bdi>;
}
