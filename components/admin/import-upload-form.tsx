import { getLocale, getTranslations } from 'next-intl/server';
import { buttonClass } from '@/components/ui/button-class';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';

/** Sends a table of stock changes, as a file or pasted. A plain form: it needs no script. */
export async function ImportUploadForm({ uploadKey }: { uploadKey: string }) {
  const t = await getTranslations('backOffice.imports.form');
  const locale = await getLocale();
  return (
    <form
      action={`/api/admin/stock-imports?locale=${locale}`}
      method="post"
      encType="multipart/form-data"
      className="flex flex-col gap-4"
    >
      <input type="hidden" name="uploadKey" value={uploadKey} />
      <Field id="import-file" label={t('file')} hint={t('fileHint')}>
        {(wiring) => (
          <Input
            {...wiring}
            type="file"
            name="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          />
        )}
      </Field>
      <Field id="import-pasted" label={t('pasted')} hint={t('pastedHint')}>
        {(wiring) => (
          <Textarea {...wiring} name="pasted" rows={5} spellCheck={false} className="font-mono" />
        )}
      </Field>
      <Field id="import-reason" label={t('reason')} hint={t('reasonHint')}>
        {(wiring) => <Input {...wiring} name="reason" maxLength={200} autoComplete="off" />}
      </Field>
      <div>
        <button type="submit" className={buttonClass()}>
          {t('submit')}
        </button>
      </div>
    </form>
  );
}
