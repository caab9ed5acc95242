import { getTranslations } from 'next-intl/server';
import { DefaultButton, WayOut } from '@/components/checkout/way-out';
import { Link } from '@/lib/i18n/link';
import { BrandMark } from './brand-mark';

const look = 'shell-link -ml-2 gap-2 text-lg font-bold text-ink';

/**
 * The shop's mark: a market awning over its name, as a link home. At the checkout a button of its form
 * stands in its place, which keeps what is typed.
 *
 * @param props.hasCheckout whether the checkout is among the pages that it stands on
 */
export async function Brand({ hasCheckout = false }: { hasCheckout?: boolean }) {
  const t = await getTranslations('shell');
  const mark = (
    <>
      <BrandMark />
      <span>{t('brand')}</span>
    </>
  );
  return (
    <>
      <Link href="/" className={`${look} elsewhere`}>
        {mark}
      </Link>
      {hasCheckout && (
        <div className="at-checkout">
          <DefaultButton />
          <WayOut intent="home" className={look}>
            {mark}
          </WayOut>
        </div>
      )}
    </>
  );
}
