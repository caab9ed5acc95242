import { uploadPicture } from '@/lib/actions/admin/upload-picture';

/** `POST /api/admin/pictures`: a picture for a product. */
export const POST = uploadPicture;
