import { getSessionUser } from '@/lib/auth/session';
import { csvResponse } from '@/lib/csv';
import { isLocale } from '@/lib/i18n/locales';
import { getImportTemplate } from '@/lib/queries/admin/stock-imports';

/** `GET /admin/stock/imports/template`: every product's stock as a table to fill in. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[locale]/admin/stock/imports/template'>,
): Promise<Response> {
  const { locale } = await params;
  const user = await getSessionUser();
  if (user?.role !== 'admin' || !isLocale(locale)) return new Response(null, { status: 403 });
  return csvResponse(await getImportTemplate(locale));
}
