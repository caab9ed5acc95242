import { uploadStockImport } from '@/lib/actions/admin/upload-stock-import';

/** `POST /api/admin/stock-imports`: a table of stock changes, to be looked at before it is applied. */
export const POST = uploadStockImport;
