import { getLocale, getTranslations } from 'next-intl/server';
import { buttonClass } from '@/components/ui/button-class';
import { Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatMonth } from '@/lib/format/date-time';
import { formatMoney } from '@/lib/format/money';
import { Link } from '@/lib/i18n/link';
import { localizedPath } from '@/lib/i18n/localized-path';
import type { WalletView } from '@/lib/views/wallet';
import { type EntryChoice, entriesAddress, entryKinds } from '@/lib/views/wallet-address';

type EntryFilterProps = {
  wallet: WalletView;
  choice: EntryChoice;
  /** What else the page's address holds and must keep. */
  kept: Record<string, string>;
};

/** Chooses entries by kind and month: a GET form, so that the choice stands in the address. */
export async function EntryFilter({ wallet: { ledger, chosen }, choice, kept }: EntryFilterProps) {
  const t = await getTranslations('wallet');
  const locale = await getLocale();
  const money = (won: number) => formatMoney(won, locale);
  // A month of an address that was kept may have no entry; it still says what is shown.
  const months = [...new Set([...ledger.months, ...(choice.month ? [choice.month] : [])])];
  return (
    <div className="mb-4 flex flex-col gap-3">
      <form
        // A field shows what is chosen now, not what stood in it before a link chose.
        key={entriesAddress('/wallet', choice)}
        method="get"
        action={localizedPath(locale, '/wallet')}
        className="grid grid-cols-2 items-end gap-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
      >
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="min-w-0">
          <Field id="entry-kind" label={t('filter.kind')}>
            {(wiring) => (
              <Select {...wiring} name="kind" defaultValue={choice.kind ?? ''}>
                <option value="">{t('filter.everyKind')}</option>
                {entryKinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`kinds.${kind}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <div className="min-w-0">
          <Field id="entry-month" label={t('filter.month')}>
            {(wiring) => (
              <Select {...wiring} name="month" defaultValue={choice.month ?? ''}>
                <option value="">{t('filter.everyMonth')}</option>
                {months.map((month) => (
                  <option key={month} value={month}>
                    {formatMonth(month, locale)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <div className="max-sm:col-span-2">
          <SubmitButton variant="secondary" wide>
            {t('filter.show')}
          </SubmitButton>
        </div>
      </form>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        {chosen ? (
          <p className="text-sm" data-chosen={chosen.count}>
            {t('filter.chosen', {
              count: chosen.count,
              moneyIn: money(chosen.moneyIn),
              moneyOut: money(chosen.moneyOut),
            })}{' '}
            <Link
              href={entriesAddress('/wallet', { kind: null, month: null }, kept)}
              className="inline-flex min-h-11 items-center text-primary underline"
            >
              {t('filter.clear')}
            </Link>
          </p>
        ) : (
          <p className="text-sm text-muted">{t('filter.all', { count: ledger.entries })}</p>
        )}
        {/* A file, not a page: nothing to fetch ahead or to show in place. */}
        <a
          href={localizedPath(locale, entriesAddress('/wallet/export', choice))}
          className={`${buttonClass({ variant: 'quiet' })} -mx-4`}
        >
          <Icon name="download" size={18} />
          {chosen ? t('filter.csvChosen') : t('filter.csv')}
        </a>
      </div>
    </div>
  );
}
