import type { ReactNode } from 'react';
import { Mark } from './mark';

const looks = {
  info: { shape: 'info', box: 'border-line bg-surface', icon: 'text-primary' },
  success: { shape: 'check', box: 'border-success bg-success-soft', icon: 'text-success' },
  warning: { shape: 'warning', box: 'border-warning bg-warning-soft', icon: 'text-warning' },
  danger: { shape: 'alert', box: 'border-danger bg-danger-soft', icon: 'text-danger' },
} as const;

type NoticeProps = {
  tone?: keyof typeof looks;
  title?: ReactNode;
  children?: ReactNode;
  /** Says itself to assistive technology when it appears after an action: `status` politely, `alert` at once. */
  announce?: 'status' | 'alert' | undefined;
};

/** A message that stands in the page and stays there; results of money are stated so, never in toasts. */
export function Notice({ tone = 'info', title, children, announce }: NoticeProps) {
  const { shape, box, icon } = looks[tone];
  return (
    <div role={announce} className={`flex gap-3 rounded-card border p-4 ${box}`}>
      <Mark shape={shape} size={20} className={`mt-0.5 shrink-0 ${icon}`} />
      <div className="min-w-0 grow space-y-2">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="space-y-2">{children}</div>}
      </div>
    </div>
  );
}
