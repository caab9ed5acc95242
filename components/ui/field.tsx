import type { ReactNode } from 'react';
import { Mark } from './mark';

/** What a control must carry so that label, hint and error belong to it; spread it. */
export type ControlWiring = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

type FieldProps = {
  /** The control's id; the error summary links to it. */
  id: string;
  label: ReactNode;
  /** What is expected, said before typing. */
  hint?: ReactNode;
  /** What is wrong, in words; undefined while nothing is. */
  error?: ReactNode;
  /** Gets the wiring, gives the control: `{(control) => <Input {...control} name="amount" />}`. */
  children: (control: ControlWiring) => ReactNode;
};

/** A labelled form field with hint and error, wired for assistive technology. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean);
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm text-danger">
          <Mark shape="alert" size={16} className="mt-0.5 shrink-0" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}
