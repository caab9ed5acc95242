import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';

type Parameter = Parameters<Awaited<ReturnType<typeof getTranslations<'office.filter.names'>>>>[0];

/** Says which parts of an address could not be read and were left out; nothing when all were. */
export async function UnreadNotice({ unread }: { unread: Parameter[] }) {
  if (unread.length === 0) return null;
  const t = await getTranslations('office.filter');
  const names = unread.map((name) => t(`names.${name}`)).join(', ');
  return (
    <div className="my-4" data-unread={unread.join(' ')}>
      <Notice tone="warning" announce="status">
        {t('unread', { names })}
      </Notice>
    </div>
  );
}
