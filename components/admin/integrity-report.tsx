import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { formatDateTime } from '@/lib/format/date-time';
import { isolate } from '@/lib/format/isolate';
import type {
  BrokenRowView,
  FaultName,
  IntegrityView,
  InvariantResultView,
} from '@/lib/views/admin-integrity';
import { BrokenRow } from './broken-row';

/** What the last check came to, and each invariant in words with what was found. */
export async function IntegrityReport({ integrity }: { integrity: IntegrityView }) {
  const t = await getTranslations('integrity');
  const locale = await getLocale();
  const { lastRun, invariants } = integrity;
  const broken = invariants.filter(({ result }) => (result?.brokenCount ?? 0) > 0).length;
  const count = invariants.length;
  return (
    <>
      {lastRun === null ? (
        <Notice title={t('never')}>
          <p>{t('neverBody')}</p>
        </Notice>
      ) : (
        <Notice
          tone={broken === 0 ? 'success' : 'danger'}
          title={broken === 0 ? t('allHold', { count }) : t('someBroken', { count, broken })}
        >
          <p data-last-run={lastRun.at.toISOString()}>
            {t('lastRun', {
              ...{
                time: formatDateTime(lastRun.at, locale),
                by: isolate(lastRun.by),
                rows: lastRun.rows,
              },
              duration: t('duration', { ms: lastRun.durationMs }),
            })}
          </p>
          {broken > 0 && <p>{t('brokenBody')}</p>}
        </Notice>
      )}
      <ol className="mt-6 divide-y divide-line overflow-hidden rounded-card border border-line">
        {invariants.map(({ name, result }) => (
          <li
            key={name}
            data-invariant={name}
            data-broken={result?.brokenCount}
            className="p-4 data-broken:not-data-[broken='0']:bg-danger-soft"
          >
            <div className="flex flex-col gap-x-4 gap-y-2 sm:flex-row sm:items-start">
              <div className="w-36 shrink-0">
                <Verdict result={result} />
              </div>
              <div className="min-w-0 grow">
                <p>{t(`words.${name}`)}</p>
                {result && (
                  <p className="text-sm text-muted tabular-nums">
                    {t('rows', { rows: result.checked })}
                    {' · '}
                    {t('duration', { ms: Math.round(result.durationMs) })}
                  </p>
                )}
                {result && result.brokenCount > 0 && <BrokenRows result={result} />}
              </div>
            </div>
          </li>
        ))}
      </ol>
      <p className="mt-4 text-sm text-muted">{t('oneMore')}</p>
    </>
  );
}

async function Verdict({ result }: { result: InvariantResultView | null }) {
  const t = await getTranslations('integrity');
  if (!result) {
    return (
      <Badge>
        <Icon name="circle-dashed" size={16} />
        {t('unchecked')}
      </Badge>
    );
  }
  return result.brokenCount === 0 ? (
    <Badge tone="success">
      <Icon name="circle-check" size={16} />
      {t('holds')}
    </Badge>
  ) : (
    <Badge tone="danger">
      <Icon name="octagon-alert" size={16} />
      {t('broken')}
    </Badge>
  );
}

async function BrokenRows({ result: { broken, brokenCount } }: { result: InvariantResultView }) {
  const t = await getTranslations('integrity');
  const faults = new Map<FaultName, BrokenRowView[]>();
  for (const row of broken) faults.set(row.fault, [...(faults.get(row.fault) ?? []), row]);
  return (
    <div className="mt-3 flex flex-col gap-2">
      <p className="font-semibold">
        {brokenCount > broken.length
          ? t('foundFirst', { count: brokenCount, shown: broken.length })
          : t('found', { count: brokenCount })}
      </p>
      {[...faults].map(([fault, rows]) => (
        <div key={fault} className="rounded-control border border-line bg-bg p-3 text-sm">
          <p className="font-semibold">{t(`faults.${fault}`)}</p>
          <ul className="divide-y divide-line">
            {rows.map((row) => (
              <BrokenRow key={JSON.stringify(row)} row={row} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
