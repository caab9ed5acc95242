'use client';

import type { ActionFormState } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { Input, Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import type { Locale } from '@/lib/i18n/locales';
import { countOf } from '@/lib/parse-amount';
import type { FormAction } from '@/lib/views/action-answer';
import { type ProductEditView, priceOf } from '@/lib/views/admin-products';
import { editedSince, mergedText } from '@/lib/views/edited-since';
import type { PictureView } from '@/lib/views/shop-art';
import { ArtChoice } from './art-choice';
import { EditForm } from './edit-form';
import { ProductPreview } from './product-preview';
import { useChosen } from './use-chosen';
import { useTyped } from './use-typed';

type FieldName =
  | 'nameKo'
  | 'nameEn'
  | 'descriptionKo'
  | 'descriptionEn'
  | 'categorySlug'
  | 'price'
  | 'slug'
  | 'published'
  | 'openingQuantity'
  | 'art';

type ProductTexts = Record<
  | FieldName
  | 'slugHint'
  | 'priceHint'
  | 'openingHint'
  | 'shown'
  | 'hidden'
  | 'submit'
  | 'pending'
  | 'check'
  | 'preview'
  | 'previewTitle'
  | 'card'
  | 'page'
  | 'korean'
  | 'english'
  | 'noPrice'
  | 'wrongPrice'
  | 'empty',
  string
>;

type ProductFormProps<Data, Refusal extends { code: string }> = {
  action: FormAction<Data, Refusal>;
  locale: Locale;
  /** What the form begins with; a new product has no number and no version yet. */
  product: ProductEditView;
  categories: readonly { slug: string; nameKo: string; nameEn: string }[];
  pictures: readonly PictureView[];
  texts: ProductTexts;
};

/** Makes or edits a product in both languages, beside what a shopper would see of it. */
export function ProductForm<Data, Refusal extends { code: string }>(
  props: ProductFormProps<Data, Refusal>,
) {
  const { action, locale, texts } = props;
  return (
    <EditForm action={action} locale={locale} texts={texts} yes={texts.shown} no={texts.hidden}>
      {(state) => <ProductFields {...props} state={state} />}
    </EditForm>
  );
}

function ProductFields<Data, Refusal extends { code: string }>({
  state: { answer, field, control },
  locale,
  product,
  categories,
  pictures,
  texts,
}: ProductFormProps<Data, Refusal> & { state: ActionFormState<Data, Refusal> }) {
  const { typed, typing } = useTyped();
  const fields = useChosen('art', product.art);
  const since = editedSince(answer);
  const isNew = product.productId === null;
  /** What the field shows: as last sent, else as the product stands. */
  const begin = (name: FieldName) =>
    mergedText(since, name, control(name, String(product[name])).defaultValue);
  const version = since?.version ?? control('version', String(product.version)).defaultValue;
  const { defaultValue: priceSent } = control('shownPrice', String(product.price));
  const shownPrice = mergedText(since, 'price', priceSent);
  const now = (name: FieldName) => typed?.[name] ?? begin(name) ?? '';
  const category = categories.find(({ slug }) => slug === now('categorySlug'));
  const stock = isNew ? (countOf(now('openingQuantity')) ?? 0) : product.quantity;
  const seen = {
    categorySlug: now('categorySlug'),
    art: now('art'),
    price: priceOf(now('price')),
    stock,
  };
  // What is no price is said in the words that saving it would be refused with.
  const noPrice = now('price').trim() === '' ? texts.noPrice : texts.wrongPrice;
  const row = 'grid gap-4 sm:grid-cols-2';
  return (
    <div ref={fields} {...typing} className="grid grid-cols-1 items-start gap-4 xl:grid-cols-12">
      <Card className="flex min-w-0 flex-col gap-4 xl:col-span-7">
        {!isNew && (
          <>
            <input type="hidden" name="productId" value={product.productId ?? ''} />
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="shownPrice" value={shownPrice} />
          </>
        )}
        {(['nameKo', 'descriptionKo', 'nameEn', 'descriptionEn'] as const).map((name) => (
          <Field key={name} {...field(name)} label={texts[name]}>
            {(wiring) => {
              const shared = { ...wiring, name, defaultValue: begin(name), required: true };
              const lang = name.endsWith('Ko') ? 'ko' : 'en';
              return name.startsWith('name') ? (
                <Input {...shared} lang={lang} maxLength={100} autoComplete="off" />
              ) : (
                <Textarea {...shared} lang={lang} maxLength={2000} rows={4} />
              );
            }}
          </Field>
        ))}
        <div className={row}>
          <Field {...field('categorySlug')} label={texts.categorySlug}>
            {(wiring) => (
              <Select
                key={answer?.answerId}
                {...wiring}
                name="categorySlug"
                defaultValue={begin('categorySlug')}
              >
                {categories.map(({ slug, nameKo, nameEn }) => (
                  <option key={slug} value={slug}>
                    {locale === 'ko' ? nameKo : nameEn}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field {...field('published')} label={texts.published}>
            {(wiring) => (
              <Select
                key={answer?.answerId}
                {...wiring}
                name="published"
                defaultValue={begin('published')}
              >
                <option value="true">{texts.shown}</option>
                <option value="false">{texts.hidden}</option>
              </Select>
            )}
          </Field>
        </div>
        <div className={row}>
          <Field {...field('price')} label={texts.price} hint={texts.priceHint}>
            {(wiring) => (
              <Input
                {...wiring}
                name="price"
                defaultValue={begin('price')}
                required
                inputMode="numeric"
                maxLength={16}
                autoComplete="off"
              />
            )}
          </Field>
          {isNew && (
            <Field
              {...field('openingQuantity')}
              label={texts.openingQuantity}
              hint={texts.openingHint}
            >
              {(wiring) => (
                <Input
                  {...wiring}
                  name="openingQuantity"
                  defaultValue={begin('openingQuantity')}
                  required
                  inputMode="numeric"
                  maxLength={9}
                  autoComplete="off"
                />
              )}
            </Field>
          )}
        </div>
        <Field {...field('slug')} label={texts.slug} hint={texts.slugHint}>
          {(wiring) => (
            <Input
              {...wiring}
              name="slug"
              defaultValue={begin('slug')}
              maxLength={100}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
        </Field>
        <ArtChoice
          key={answer?.answerId}
          pictures={pictures}
          chosen={begin('art')}
          locale={locale}
          legend={texts.art}
          {...field('art')}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="intent" value="save" pendingText={texts.pending}>
            {texts.submit}
          </SubmitButton>
          <SubmitButton
            name="intent"
            value="preview"
            variant="secondary"
            pendingText={texts.pending}
          >
            {texts.preview}
          </SubmitButton>
        </div>
      </Card>
      <Card
        title={texts.previewTitle}
        className="flex flex-col gap-6 xl:sticky xl:top-6 xl:col-span-5"
      >
        <ProductPreview
          locale="ko"
          product={{
            ...seen,
            name: now('nameKo'),
            description: now('descriptionKo'),
            category: category?.nameKo ?? '',
          }}
          texts={{ ...texts, noPrice, language: texts.korean }}
        />
        <ProductPreview
          locale="en"
          product={{
            ...seen,
            name: now('nameEn'),
            description: now('descriptionEn'),
            category: category?.nameEn ?? '',
          }}
          texts={{ ...texts, noPrice, language: texts.english }}
        />
      </Card>
    </div>
  );
}
