import { notFound } from 'next/navigation';

export function generateStaticParams() {
  return [];
}

/** Every address that no page answers: a real 404 inside the shop. */
export default function Unmatched(): never {
  notFound();
}
