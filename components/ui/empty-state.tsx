import type { ReactNode } from 'react';

type EmptyStateProps = {
  /** An icon or a piece of product art; decoration. */
  picture?: ReactNode;
  title: ReactNode;
  /** It is all that the page has to say: its heading too. */
  isPage?: boolean;
  body?: ReactNode;
  /** The one next step, a `ButtonLink`. */
  action?: ReactNode;
};

/** What stands where a list has nothing: why, and one next action. Never in place of an error. */
export function EmptyState({ picture, title, isPage, body, action }: EmptyStateProps) {
  const Title = isPage ? 'h1' : 'p';
  return (
    <div className="mx-auto flex max-w-100 flex-col items-center gap-3 px-4 py-12 text-center">
      {picture && (
        <div aria-hidden="true" className="text-muted">
          {picture}
        </div>
      )}
      <Title className="text-lg font-semibold">{title}</Title>
      {body && <p className="text-muted">{body}</p>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
