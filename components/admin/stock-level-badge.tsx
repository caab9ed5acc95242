import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import type { StockRowView } from '@/lib/views/admin-lists';

const tones = { out: 'danger', low: 'warning', ok: 'neutral' } as const;

/** Out, low or enough, in words. */
export async function StockLevelBadge({ level }: Pick<StockRowView, 'level'>) {
  const t = await getTranslations('admin.stock');
  return <Badge tone={tones[level]}>{t(level)}</Badge>;
}
