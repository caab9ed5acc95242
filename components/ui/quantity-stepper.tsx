'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Glyph } from './glyph';
import { useScriptsRun } from './use-scripts-run';

type QuantityStepperProps = {
  /** The input's name; the contract's is `quantity`. */
  name?: string;
  id: string;
  /** As typed, when that was no number that could be bought. The field follows it unless in focus. */
  defaultValue?: number | string | undefined;
  /** Whenever this changes, the field gives way to `defaultValue`, in focus too. */
  giveWay?: number;
  min?: number;
  /** The largest quantity that can be bought. */
  max: number;
  disabled?: boolean;
  describedBy?: string | undefined;
  texts: {
    label: string;
    decrease: string;
    increase: string;
    /** Of the button that sends the form until scripts do it; none: the form has one anyway. */
    submit?: string;
  };
  /** Called with what stands in the field, which may be anything. `step`: by − or +. */
  onChange?: (text: string, by: 'typing' | 'step') => void;
};

/**
 * A quantity with − and +, which do nothing beyond the limits. Until scripts run it is the number
 * input alone, as wide. `label` is said, not shown; put a visible one beside it where the context
 * does not say it.
 */
export function QuantityStepper(props: QuantityStepperProps) {
  const { name = 'quantity', id, defaultValue = 1, giveWay, min = 1, max, disabled, texts } = props;
  const input = useRef<HTMLInputElement>(null);
  const scriptsRun = useScriptsRun();
  const initial = String(defaultValue);
  const [text, setText] = useState(initial);
  const followed = useRef({ initial, giveWay });

  const changed = useEffectEvent((now: string, by: 'typing' | 'step') => {
    setText(now);
    props.onChange?.(now, by);
  });
  useEffect(() => {
    const field = input.current;
    // Typed while the scripts were on their way.
    if (field && field.value !== field.defaultValue) changed(field.value, 'typing');
    // React puts a form back to its defaults after each answer.
    const onReset = () => field && changed(field.defaultValue, 'step');
    const form = field?.form;
    form?.addEventListener('reset', onReset);
    return () => form?.removeEventListener('reset', onReset);
  }, []);
  useEffect(() => {
    const field = input.current;
    const before = followed.current;
    if (!field || (before.initial === initial && before.giveWay === giveWay)) return;
    followed.current = { initial, giveWay };
    if (before.giveWay === giveWay && document.activeElement === field) return;
    field.value = initial;
    setText(initial);
  }, [initial, giveWay]);

  function stepButton(by: 1 | -1) {
    const atLimit = by === 1 ? Number(text) >= max : text !== '' && Number(text) <= min;
    return (
      <button
        type="button"
        disabled={disabled}
        aria-disabled={atLimit || undefined}
        onClick={() => {
          const field = input.current;
          if (!field || atLimit) return;
          if (by === 1) field.stepUp();
          else field.stepDown();
          setText(field.value);
          props.onChange?.(field.value, 'step');
        }}
      >
        <Glyph size={18}>
          <path d={by === 1 ? 'M5 12h14M12 5v14' : 'M5 12h14'} />
        </Glyph>
        <span className="sr-only">{by === 1 ? texts.increase : texts.decrease}</span>
      </button>
    );
  }

  return (
    <div className="stepper">
      {scriptsRun && stepButton(-1)}
      <input
        ref={input}
        id={id}
        type="number"
        inputMode="numeric"
        // A browser that remembers what stood here would contradict the cart.
        autoComplete="off"
        name={name}
        min={min}
        max={max}
        step={1}
        required
        defaultValue={defaultValue}
        disabled={disabled}
        aria-label={texts.label}
        aria-describedby={props.describedBy}
        onChange={(event) => {
          setText(event.target.value);
          props.onChange?.(event.target.value, 'typing');
        }}
      />
      {scriptsRun && stepButton(1)}
      {!scriptsRun && texts.submit && (
        <button type="submit" disabled={disabled}>
          {texts.submit}
        </button>
      )}
    </div>
  );
}
