'use client';

import { Minus, Plus } from 'lucide-react';
import { useRef } from 'react';

type QuantityStepperProps = {
  /** The input's name; the contract's is `quantity`. */
  name?: string;
  id: string;
  /** As typed, when that was no number that could be bought. */
  defaultValue?: number | string | undefined;
  min?: number;
  /** The largest quantity that can be bought. */
  max: number;
  disabled?: boolean;
  describedBy?: string | undefined;
  texts: { label: string; decrease: string; increase: string };
  /** Called with every whole number within the limits. */
  onChange?: (quantity: number) => void;
};

/**
 * A quantity with − and +. Without JavaScript it is the number input alone. `label` is said, not
 * shown; put a visible one beside it where the context does not say it.
 */
export function QuantityStepper(props: QuantityStepperProps) {
  const { name = 'quantity', id, defaultValue = 1, min = 1, max, disabled, texts } = props;
  const input = useRef<HTMLInputElement>(null);

  function report() {
    const quantity = input.current?.valueAsNumber;
    if (quantity !== undefined && Number.isInteger(quantity) && quantity >= min && quantity <= max)
      props.onChange?.(quantity);
  }

  function step(by: 1 | -1) {
    if (!input.current) return;
    if (by === 1) input.current.stepUp();
    else input.current.stepDown();
    report();
  }

  const button =
    'js-only grid size-11 place-items-center hover:bg-surface-2 disabled:cursor-not-allowed disabled:text-muted';
  return (
    <div className="inline-flex w-fit items-center rounded-control border border-control bg-bg">
      <button
        type="button"
        className={`${button} rounded-l-control`}
        disabled={disabled}
        onClick={() => step(-1)}
      >
        <Minus aria-hidden size={18} />
        <span className="sr-only">{texts.decrease}</span>
      </button>
      <input
        ref={input}
        id={id}
        type="number"
        inputMode="numeric"
        name={name}
        min={min}
        max={max}
        step={1}
        required
        defaultValue={defaultValue}
        disabled={disabled}
        aria-label={texts.label}
        aria-describedby={props.describedBy}
        onChange={report}
        className="h-11 w-14 rounded-control bg-transparent text-center tabular-nums js:[appearance:textfield] js:[&::-webkit-inner-spin-button]:hidden"
      />
      <button
        type="button"
        className={`${button} rounded-r-control`}
        disabled={disabled}
        onClick={() => step(1)}
      >
        <Plus aria-hidden size={18} />
        <span className="sr-only">{texts.increase}</span>
      </button>
    </div>
  );
}
