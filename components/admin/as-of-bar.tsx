import { getLocale, getTranslations } from 'next-intl/server';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatDateTime, formatTimestamp } from '@/lib/format/date-time';
import { Link } from '@/lib/i18n/link';
import { localizedPath } from '@/lib/i18n/localized-path';
import { type AsOfView, asOfText } from '@/lib/views/as-of';

type AsOfBarProps = {
  asOf: AsOfView;
  /** The page, without a language prefix and query. */
  path: string;
  /** What else its address holds and must keep. */
  kept?: Record<string, string>;
};

/** Says which moment the page shows, leads back to now, and chooses another one by a GET form. */
export async function AsOfBar({ asOf: { at, asked, problem }, path, kept = {} }: AsOfBarProps) {
  const t = await getTranslations('asOf');
  const locale = await getLocale();
  const query = new URLSearchParams(kept);
  const now = query.size > 0 ? `${path}?${query}` : path;
  return (
    <div
      className={`mb-4 flex flex-col gap-3 ${at || problem ? '' : '-mt-4'}`}
      data-as-of-shown={at?.toISOString() ?? 'now'}
    >
      {problem && (
        <Notice tone="danger" announce="alert" title={t(`problems.${problem.code}`)}>
          <p>
            {problem.code === 'beforeShop' &&
              `${t('opened', { time: formatDateTime(problem.opened, locale) })} `}
            {t('showsNow')}
          </p>
        </Notice>
      )}
      {at && (
        <Notice
          tone="warning"
          title={
            <time dateTime={formatTimestamp(at)}>
              {t('shows', { time: momentText(at, locale) })}
            </time>
          }
        >
          <p className="text-sm">{t('from')}</p>
          <Link
            href={now}
            className="inline-flex min-h-11 items-center font-semibold text-primary underline"
          >
            {t('back')}
          </Link>
        </Notice>
      )}
      <details open={at !== null || problem !== null}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm text-primary underline">
          {t('choose')}
        </summary>
        <form
          method="get"
          action={localizedPath(locale, path)}
          className="flex flex-wrap items-end gap-2 pb-1"
        >
          {Object.entries(kept).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Field id="as-of" label={t('moment')}>
            {(wiring) => (
              <Input
                {...wiring}
                type="datetime-local"
                name="asOf"
                required
                defaultValue={asked ? asOfText(asked) : undefined}
              />
            )}
          </Field>
          <SubmitButton variant="secondary">{t('show')}</SubmitButton>
        </form>
      </details>
    </div>
  );
}

/** With its seconds only where it has some. */
function momentText(at: Date, locale: Parameters<typeof formatDateTime>[1]): string {
  const whole = at.getTime() % 60_000 === 0;
  return whole ? formatDateTime(at, locale) : formatTimestamp(at).replace('T', ' ').slice(0, 19);
}
