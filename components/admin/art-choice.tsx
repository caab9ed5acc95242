import { ProductArt } from '@/components/catalog/product-art';
import type { Locale } from '@/lib/i18n/locales';
import type { PictureView } from '@/lib/views/shop-art';

type ArtChoiceProps = {
  pictures: readonly PictureView[];
  /** The one that is chosen at first. */
  chosen: string | undefined;
  locale: Locale;
  id: string;
  legend: string;
  error: string | undefined;
};

/** A picture for a product, out of all there are: radio buttons that look like the pictures. */
export function ArtChoice({ pictures, chosen, locale, id, legend, error }: ArtChoiceProps) {
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={error ? `${id}-error` : undefined}
      className="min-w-0"
    >
      <legend className="mb-1.5 text-sm font-semibold">{legend}</legend>
      <div className="grid max-h-72 grid-cols-[repeat(auto-fill,minmax(64px,1fr))] gap-2 overflow-y-auto rounded-control border border-control p-2">
        {pictures.map(({ art, nameKo, nameEn }) => (
          <label
            key={art}
            title={locale === 'ko' ? nameKo : nameEn}
            className="relative block cursor-pointer rounded-control border-2 border-transparent has-checked:border-primary has-checked:bg-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary"
          >
            <input
              type="radio"
              name="art"
              value={art}
              defaultChecked={art === chosen}
              className="absolute inset-0 size-full cursor-pointer opacity-0"
            />
            <ProductArt
              art={art}
              category=""
              alt={locale === 'ko' ? nameKo : nameEn}
              className="w-full rounded-control"
            />
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="mt-1.5 text-sm text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
