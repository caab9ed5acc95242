import { z } from 'zod';
import { MOST_ADDRESS, MOST_RECIPIENT } from '@/lib/checkout-limits';
import { isPhoneNumber } from '@/lib/phone-number';
import type { Texts } from './define-action';
import { isPrintable } from './printable';

/** One line without double blanks: what goes onto a parcel. */
const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * The delivery fields of the checkout as the order keeps them (spec.md: Delivery). Judged at the
 * press of the pay button alone, so that a coupon can be tried before they are filled in.
 */
export function deliverySchema(t: Texts) {
  return z.object({
    recipient: line(t, t('checkout.delivery.recipientMissing'), MOST_RECIPIENT),
    phone: z
      .string()
      // Full-width digits come from Korean and Japanese keyboards.
      .transform((text) => tidy(text.normalize('NFKC')))
      .pipe(
        z
          .string()
          .min(1, t('checkout.delivery.phoneMissing'))
          .refine(isPhoneNumber, { error: t('checkout.delivery.phoneInvalid'), when: notEmpty }),
      ),
    address: line(t, t('checkout.delivery.addressMissing'), MOST_ADDRESS),
  });
}

const line = (t: Texts, missing: string, most: number) =>
  z
    .string()
    .transform(tidy)
    .pipe(z.string().min(1, missing).max(most).refine(isPrintable, t('forms.unprintable')));

const notEmpty = ({ value }: { value: unknown }) => value !== '';
