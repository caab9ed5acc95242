import { getTranslations } from 'next-intl/server';
import type { Messages } from '@/lib/i18n/messages';

type Reason = keyof Messages['sales']['reasons'];

/** Says why a checkout failed, by the code of its refusal. */
export async function reasonTexts(): Promise<(reason: string) => string> {
  const t = await getTranslations('sales.reasons');
  return (reason) => t(t.has(reason as Reason) ? (reason as Reason) : 'OTHER');
}
