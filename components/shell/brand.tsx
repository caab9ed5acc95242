import { getTranslations } from 'next-intl/server';
import { Link } from '@/lib/i18n/link';
import { BrandMark } from './brand-mark';

/** The shop's mark: a market awning over its name, as a link home. */
export async function Brand() {
  const t = await getTranslations('shell');
  return (
    <Link href="/" className="shell-link -ml-2 gap-2 text-lg font-bold text-ink">
      <BrandMark />
      <span>{t('brand')}</span>
    </Link>
  );
}
