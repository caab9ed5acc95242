import type { ReactNode } from 'react';
import { AlertMark, CheckMark, InfoMark, WarningMark } from './marks';

const looks = {
  info: { Icon: InfoMark, box: 'border-line bg-surface', icon: 'text-primary' },
  success: { Icon: CheckMark, box: 'border-success bg-success-soft', icon: 'text-success' },
  warning: { Icon: WarningMark, box: 'border-warning bg-warning-soft', icon: 'text-warning' },
  danger: { Icon: AlertMark, box: 'border-danger bg-danger-soft', icon: 'text-danger' },
};

type NoticeProps = {
  tone?: keyof typeof looks;
  title?: ReactNode;
  children?: ReactNode;
  /** Says itself to assistive technology when it appears after an action: `status` politely, `alert` at once. */
  announce?: 'status' | 'alert';
};

/** A message that stands in the page and stays there; results of money are stated so, never in toasts. */
export function Notice({ tone = 'info', title, children, announce }: NoticeProps) {
  const { Icon, box, icon } = looks[tone];
  return (
    <div role={announce} className={`flex gap-3 rounded-card border p-4 ${box}`}>
      <Icon size={20} className={`mt-0.5 shrink-0 ${icon}`} />
      <div className="min-w-0 grow space-y-2">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="space-y-2">{children}</div>}
      </div>
    </div>
  );
}
