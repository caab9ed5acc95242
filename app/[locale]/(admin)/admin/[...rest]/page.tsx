import { notFound } from 'next/navigation';

/**
 * Unmatched addresses below /admin stay in the admin document: the proxy has given them the nonce
 * policy, under which a static shop page could not run.
 */
export default function Unmatched(): never {
  notFound();
}
