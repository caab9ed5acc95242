import 'server-only';
import { headers } from 'next/headers';
import { customerOf } from './customer-address';

/** Whom to count a request to. The header is ours, see `trusted-headers.ts`. */
export async function clientAddress(): Promise<string> {
  return customerOf((await headers()).get('x-forwarded-for') ?? '');
}
