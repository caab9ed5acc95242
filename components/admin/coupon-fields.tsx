import type { ActionFormState } from '@/components/ui/action-form';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';

/** Wiring and value of the fields of a coupon's form. */
export interface CouponFieldsState
  extends Pick<ActionFormState<unknown, { code: string }>, 'field'> {
  /** What a field shows at first. */
  begin: (name: string) => string | undefined;
}

export type CouponFieldTexts = Record<
  | 'minSubtotal'
  | 'minSubtotalHint'
  | 'totalLimit'
  | 'perShopperLimit'
  | 'limitHint'
  | 'claimLimit'
  | 'claimLimitHint'
  | 'startsAt'
  | 'endsAt'
  | 'endsAtHint'
  | 'submit'
  | 'preview'
  | 'pending',
  string
>;

type NumberFieldProps = CouponFieldsState & {
  name: string;
  label: string;
  hint: string;
  required?: boolean;
};

/** A whole number: won, uses or per cent. */
export function NumberField({ name, label, hint, required, field, begin }: NumberFieldProps) {
  return (
    <Field {...field(name)} label={label} hint={hint}>
      {(wiring) => (
        <Input
          {...wiring}
          name={name}
          defaultValue={begin(name)}
          required={required}
          inputMode="numeric"
          autoComplete="off"
          maxLength={16}
        />
      )}
    </Field>
  );
}

type CouponTermsFieldsProps = { state: CouponFieldsState; texts: CouponFieldTexts };

/** For whom, how often and when a coupon works: what making and editing one have in common. */
export function CouponTermsFields({ state, texts }: CouponTermsFieldsProps) {
  const { field, begin } = state;
  return (
    <>
      <NumberField
        name="minSubtotal"
        label={texts.minSubtotal}
        hint={texts.minSubtotalHint}
        {...state}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        {(['totalLimit', 'perShopperLimit'] as const).map((name) => (
          <NumberField
            key={name}
            name={name}
            label={texts[name]}
            hint={texts.limitHint}
            {...state}
          />
        ))}
      </div>
      <NumberField
        name="claimLimit"
        label={texts.claimLimit}
        hint={texts.claimLimitHint}
        {...state}
      />
      {(['startsAt', 'endsAt'] as const).map((name) => (
        <Field
          key={name}
          {...field(name)}
          label={texts[name]}
          hint={name === 'endsAt' ? texts.endsAtHint : undefined}
        >
          {(wiring) => (
            <Input
              {...wiring}
              name={name}
              defaultValue={begin(name)}
              type="datetime-local"
              required
            />
          )}
        </Field>
      ))}
    </>
  );
}

/** The button that saves, and the one that only shows what it would be like. */
export function SaveOrPreview({ texts }: { texts: CouponFieldTexts }) {
  return (
    <div className="flex flex-wrap gap-3">
      <SubmitButton name="intent" value="save" pendingText={texts.pending}>
        {texts.submit}
      </SubmitButton>
      <SubmitButton name="intent" value="preview" variant="secondary" pendingText={texts.pending}>
        {texts.preview}
      </SubmitButton>
    </div>
  );
}
