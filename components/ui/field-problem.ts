import { parseAmount } from '@/lib/parse-amount';
import { isPhoneNumber } from '@/lib/phone-number';
import type { FormTexts } from './form-texts';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/**
 * What is wrong with a field, as far as the browser can tell: it finds nothing wrong that the server
 * would take, and says it in the server's words.
 */
export function fieldProblem(control: TextControl, texts: FormTexts['fields']): string | undefined {
  const kind = kindOf(control);
  const text = control.value.normalize('NFKC').trim();
  if (text === '') {
    if (!control.required) return undefined;
    return texts.missing[kind as keyof typeof texts.missing] ?? texts.required;
  }
  if (kind === 'email') return /^\S+@\S+\.\S+$/.test(text) ? undefined : texts.email;
  if (kind === 'phone') return isPhoneNumber(text) ? undefined : texts.phone;
  if (kind !== 'amount') return undefined;
  const amount = parseAmount(control.value);
  return amount.ok ? undefined : texts.amount[amount.problem as keyof typeof texts.amount];
}

/** An amount to add is digits alone; the amount of a correction has a sign and words of its own. */
function kindOf({ type, name, inputMode }: TextControl): string {
  if (type === 'email') return 'email';
  if (type === 'tel') return 'phone';
  return name === 'amount' && inputMode !== 'numeric' ? '' : name;
}
