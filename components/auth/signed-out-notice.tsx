import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';

/** Above the sign-in form: why somebody who was signed in stands here; null: nobody was. */
export async function SignedOutNotice({ why }: { why: 'closed' | 'everywhere' | 'ended' | null }) {
  const t = await getTranslations('account');
  if (why === null) return null;
  const text = { closed: 'close.done', everywhere: 'everywhere.done', ended: 'ended' } as const;
  return (
    <Notice tone={why === 'ended' ? 'info' : 'success'} announce="status">
      {t(text[why])}
    </Notice>
  );
}
