'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useState, useTransition } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { Notice } from '@/components/ui/notice';

type UploadFormProps = {
  /** Where the file goes; it answers by leading back to this page. */
  action: string;
  texts: Record<'submit' | 'pending' | 'lost', string>;
  children: ReactNode;
};

/**
 * Sends a file and shows the page that the answer leads to in place, so that what is typed in other
 * forms stays. Without JavaScript a plain form whose answer opens in a tab of its own, for the same.
 */
export function UploadForm({ action, texts, children }: UploadFormProps) {
  const { replace } = useRouter();
  const [pending, startTransition] = useTransition();
  const [lost, setLost] = useState(false);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (pending) return;
    startTransition(async () => {
      const address = await pageAfter(action, new FormData(form));
      startTransition(() => {
        setLost(address === null);
        if (address === null) return;
        form.reset();
        replace(address, { scroll: false });
      });
    });
  };
  return (
    <form
      action={action}
      method="post"
      encType="multipart/form-data"
      target="_blank"
      rel="noopener"
      className="flex flex-col gap-4"
      onSubmit={send}
    >
      {lost && !pending && (
        <Notice tone="danger" announce="alert">
          {texts.lost}
        </Notice>
      )}
      {children}
      <div>
        <button
          type="submit"
          className={buttonClass({ variant: 'secondary' })}
          aria-disabled={pending || undefined}
        >
          {pending ? texts.pending : texts.submit}
        </button>
      </div>
    </form>
  );
}

/** Sends a file; the address of this page with what came of it, null when it did not lead back here. */
async function pageAfter(action: string, body: FormData): Promise<string | null> {
  try {
    const answer = await fetch(action, { method: 'POST', body });
    const { pathname, search } = new URL(answer.url);
    return answer.ok && pathname === window.location.pathname ? pathname + search : null;
  } catch {
    return null;
  }
}
