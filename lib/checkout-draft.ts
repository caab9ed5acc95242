import 'server-only';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { ownCookie } from '@/lib/auth/session-cookie';
import { FIELD_HOLDS } from '@/lib/checkout-limits';
import { env } from '@/lib/env';

/**
 * What a shopper typed at the checkout, kept for the way to the wallet or to the sign-in and back
 * (spec.md: Delivery). It is personal data: never in an address, and in its cookie only encrypted
 * and for half an hour.
 */
export interface CheckoutDraft {
  recipient: string;
  phone: string;
  address: string;
  couponCode: string;
  /**
   * The code, normalised, that may be looked up for the page: only what an action let through, so
   * that drawing the page again is no way around the limits on guessing. Null: none.
   */
  lookUpCode: string | null;
  /** The tick beside the coupon field. */
  acceptsFullPrice: boolean;
  /** The form's key: whoever comes back goes on with the same attempt (admin.md: Checkout success). */
  idempotencyKey: string;
}

const SECONDS_KEPT = 30 * 60;
/**
 * Browsers drop cookies above 4,096 bytes, their name included. Fields that are full of Korean make
 * 3,300 of it; what is longer is full of characters that nobody can see.
 */
const LONGEST_SEALED = 4_000;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Null: nobody's session was left in the browser, not even an ended one; whoever signs in next here gets it back. */
type Owner = number | null;

const draftCookie = () => ownCookie('jangteo_checkout', SECONDS_KEPT);

/** Keeps a draft in the visitor's browser, its fields no longer than it holds. Only inside a Server Action. */
export async function keepCheckoutDraft(owner: Owner, draft: CheckoutDraft): Promise<void> {
  const kept = {
    ...draft,
    recipient: draft.recipient.slice(0, FIELD_HOLDS.recipient),
    phone: draft.phone.slice(0, FIELD_HOLDS.phone),
    address: draft.address.slice(0, FIELD_HOLDS.address),
  };
  const sealed = seal(JSON.stringify({ owner, draft: kept }));
  if (sealed.length > LONGEST_SEALED) return;
  const { name, options } = draftCookie();
  (await cookies()).set(name, sealed, options);
}

/** The draft of this shopper, null without one; another shopper's on the same browser is none. */
export async function readCheckoutDraft(userId: number): Promise<CheckoutDraft | null> {
  const sealed = (await cookies()).get(draftCookie().name)?.value;
  const opened = sealed ? open(sealed) : null;
  if (opened === null) return null;
  const { owner, draft }: { owner: Owner; draft: CheckoutDraft } = JSON.parse(opened);
  return owner === null || owner === userId ? draft : null;
}

/** Forgets the draft once it became an order. Only inside a Server Action. */
export async function dropCheckoutDraft(): Promise<void> {
  const { name, options } = draftCookie();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}

function key(): Buffer {
  const { authSecret } = env();
  if (!authSecret) throw new Error('AUTH_SECRET is not set; `npm start` sets it.');
  return Buffer.from(hkdfSync('sha256', authSecret, '', 'checkout-draft', 32));
}

function seal(text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key(), iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Null for anything that this shop did not seal. */
function open(sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length <= IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
