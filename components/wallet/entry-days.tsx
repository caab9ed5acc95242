import type { Locale } from '@/lib/i18n/locales';
import { WaitingLink } from '@/lib/i18n/waiting-link';
import type { EntryRowView } from '@/lib/views/wallet';
import { SignedMoney } from './signed-money';

/** Lines of a history by Seoul day, in the order they come in. */
export function EntryDays({ rows, locale }: { rows: readonly EntryRowView[]; locale: Locale }) {
  const days = new Map<string, EntryRowView[]>();
  for (const row of rows) days.set(row.day, [...(days.get(row.day) ?? []), row]);
  return (
    <div className="flex flex-col gap-6">
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-label={day}>
          <h3 className="text-sm font-semibold text-muted">{day}</h3>
          <ul className="mt-1 divide-y divide-line">
            {ofDay.map((row) => (
              <EntryLine key={row.seq} row={row} locale={locale} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function EntryLine({ row, locale }: { row: EntryRowView; locale: Locale }) {
  const { reference, reason } = row;
  return (
    <li data-entry={row.seq} className="entry-line">
      <div className="xl:contents">
        <WaitingLink
          href={row.href}
          aria-label={row.label}
          className="inline-flex min-h-11 items-center font-semibold underline decoration-line underline-offset-4 hover:decoration-current"
        >
          {row.kind}
        </WaitingLink>
        <p className="flex flex-wrap gap-x-2 text-sm text-muted">
          <time dateTime={row.createdAt}>{row.time}</time>
          {reference.href === null ? (
            <span>{reference.text}</span>
          ) : (
            <WaitingLink href={reference.href} className="text-primary underline">
              {reference.text}
            </WaitingLink>
          )}
          {reason !== null && <span>{reason}</span>}
        </p>
      </div>
      <div className="xl:contents">
        <p className="flex min-h-11 items-center justify-end">
          <SignedMoney won={row.amount} locale={locale} />
        </p>
        <p className="text-sm whitespace-nowrap text-muted">{row.balanceAfter}</p>
      </div>
    </li>
  );
}
