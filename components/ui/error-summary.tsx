'use client';

import { useEffect, useRef } from 'react';

type ErrorSummaryProps = {
  title: string;
  /** In the order of the form; `fieldId` is the control's id. */
  errors: readonly { fieldId: string; message: string }[];
};

/**
 * The list of what is wrong in a form, above it; its links focus the fields. It takes focus
 * whenever a new answer arrives: give it a `key` that changes with each answer. Without JavaScript
 * it is the first thing in the form and an alert.
 */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      data-error-summary
      className="rounded-card border border-danger bg-danger-soft p-4"
    >
      <p className="font-semibold">{title}</p>
      <ul className="mt-1">
        {errors.map(({ fieldId, message }) => (
          <li key={fieldId}>
            <a
              className="inline-flex min-h-11 items-center text-danger underline"
              href={`#${fieldId}`}
              onClick={(event) => {
                const field = document.getElementById(fieldId);
                if (!field) return;
                event.preventDefault();
                field.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
