import { getLocale, getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { PICTURE_REFUSALS } from '@/lib/views/admin-products';
import { UploadForm } from './upload-form';

type PictureUploadFormProps = {
  /** The product's page, without a language prefix: where the picture is chosen afterwards. */
  page: string;
  /** Why the last one was not taken, as the address says it. */
  refused: string | string[] | undefined;
};

/** Sends a picture. It needs no script, but without one the answer opens in a tab of its own. */
export async function PictureUploadForm({ page, refused }: PictureUploadFormProps) {
  const t = await getTranslations('backOffice.pictures');
  const forms = await getTranslations('forms');
  const locale = await getLocale();
  const refusal = PICTURE_REFUSALS.find((code) => code === refused);
  const address = new URLSearchParams({ locale, page });
  return (
    // As wide as the product's own form above it.
    <div className="grid grid-cols-1 gap-4 xl:grid-cols-12">
      <Card title={t('title')} className="xl:col-span-7">
        <UploadForm
          action={`/api/admin/pictures?${address}`}
          texts={{ submit: t('submit'), pending: forms('pending'), lost: t('lost') }}
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
          <noscript>
            <p className="text-sm">{t('newTab')}</p>
          </noscript>
        </UploadForm>
      </Card>
    </div>
  );
}
