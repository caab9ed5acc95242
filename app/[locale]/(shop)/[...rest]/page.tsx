import { getTranslations } from 'next-intl/server';
import { MissingPage } from '@/components/shell/missing-page';

export function generateStaticParams() {
  return [];
}

export async function generateMetadata() {
  const t = await getTranslations('shell.notFound');
  return { title: t('title') };
}

/** Every address that no page answers: a real 404 inside the shop. */
export default function Unmatched() {
  return <MissingPage />;
}
