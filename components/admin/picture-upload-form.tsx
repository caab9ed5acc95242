import { getLocale, getTranslations } from 'next-intl/server';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { PICTURE_REFUSALS } from '@/lib/views/admin-products';

type PictureUploadFormProps = {
  /** The product's page, without a language prefix: where the picture is chosen afterwards. */
  page: string;
  /** Why the last one was not taken, as the address says it. */
  refused: string | string[] | undefined;
};

/** Sends a picture. A plain form: it needs no script. */
export async function PictureUploadForm({ page, refused }: PictureUploadFormProps) {
  const t = await getTranslations('backOffice.pictures');
  const locale = await getLocale();
  const refusal = PICTURE_REFUSALS.find((code) => code === refused);
  const address = new URLSearchParams({ locale, page });
  return (
    <Card title={t('title')} className="max-w-160">
      <form
        action={`/api/admin/pictures?${address}`}
        method="post"
        encType="multipart/form-data"
        className="flex flex-col gap-4"
      >
        {refusal && (
          <Notice tone="danger" announce="alert">
            {t(`refused.${refusal}`)}
          </Notice>
        )}
        <Field id="picture-file" label={t('file')} hint={t('fileHint')}>
          {(wiring) => (
            <Input
              {...wiring}
              type="file"
              name="picture"
              required
              accept="image/jpeg,image/png,image/webp"
            />
          )}
        </Field>
        <div>
          <button type="submit" className={buttonClass({ variant: 'secondary' })}>
            {t('submit')}
          </button>
        </div>
      </form>
    </Card>
  );
}
