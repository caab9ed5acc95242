import { database } from '@/db';
import { keepPicture } from '@/lib/domain/catalog/keep-picture';
import { defineUpload } from '../define-upload';
import { encodePicture } from './encode-picture';

const MOST_BYTES = 8 * 1024 * 1024;

/** Keeps a picture and leads back to the page, where it is chosen; it changes no product. */
export const uploadPicture = defineUpload({
  name: 'admin.upload-picture',
  mostBytes: MOST_BYTES,
  page: '/admin/products/new',
  async run({ form, userId, now, page }) {
    const file = form.get('picture');
    if (!(file instanceof File) || file.size === 0) return { refused: 'NO_FILE' };
    const encoded = await encodePicture(new Uint8Array(await file.arrayBuffer()));
    if ('problem' in encoded) return { refused: encoded.problem };
    const outcome = await keepPicture(database(), encoded.webp, userId, now);
    if (!outcome.ok) return { refused: 'BUSY' };
    return { path: `${page}?picture=${outcome.value.hash}` };
  },
});
