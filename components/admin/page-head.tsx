import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/lib/i18n/link';

type PageHeadProps = {
  title: ReactNode;
  /** The list that this page belongs to. */
  back?: { href: string; text: string };
  /** The page's one main action, at the end of the row. */
  action?: ReactNode;
  children?: ReactNode;
};

/** Heading of a back-office page. */
export function PageHead({ title, back, action, children }: PageHeadProps) {
  return (
    <div className="mb-5">
      {back && (
        <Link
          href={back.href}
          className="-ml-1 inline-flex min-h-11 items-center gap-1 text-sm text-primary"
        >
          <Icon name="chevron-left" size={18} />
          {back.text}
        </Link>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h1 className="text-2xl font-bold">{title}</h1>
        {action}
      </div>
      {children}
    </div>
  );
}
