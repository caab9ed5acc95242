import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { categories } from './categories';
import { instant, rowId, won } from './columns';

/** As it is searched for: case and width of letters make no difference (`readSearch`). */
const searchable = (text: string) => `lower(normalize(${text}, NFKC))`;
const spacesOut = (column: string) => `regexp_replace(${searchable(column)}, '\\s', '', 'g')`;

const searchName = `${spacesOut('name_ko')} || ' ' || ${spacesOut('name_en')}`;
const descriptions = searchable("description_ko || ' ' || description_en");

/** What the shop sells. A deferred trigger refuses a product without a stock row. */
export const products = pgTable(
  'products',
  {
    id: rowId('id').primaryKey().generatedAlwaysAsIdentity(),
    slug: text('slug').notNull().unique(),
    categorySlug: text('category_slug')
      .notNull()
      .references(() => categories.slug),
    nameKo: text('name_ko').notNull(),
    nameEn: text('name_en').notNull(),
    descriptionKo: text('description_ko').notNull(),
    descriptionEn: text('description_en').notNull(),
    price: won('price').notNull(),
    /** What it costs from `plannedFrom` on, instead; both null: nothing is planned. */
    plannedPrice: won('planned_price'),
    plannedFrom: instant('planned_from'),
    /** File name, without its ending, of a picture in the shop's art; or the hash of an uploaded one. */
    art: text('art').notNull(),
    /** Both names, spaces left out, for Korean is spaced as one pleases. Kept by the database. */
    searchName: text('search_name').notNull().generatedAlwaysAs(sql.raw(searchName)),
    /** The same and the descriptions. Kept by the database. */
    searchText: text('search_text')
      .notNull()
      .generatedAlwaysAs(sql.raw(`${searchName} || ' ' || ${descriptions}`)),
    published: boolean('published').notNull().default(true),
    /** Counts the edits: an operator saves over the one that was read, never blindly. */
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    check('products_slug_shape', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('products_price_range', sql`${t.price} between 0 and 100000000`),
    check('products_plan_whole', sql`(${t.plannedPrice} is null) = (${t.plannedFrom} is null)`),
    check('products_planned_price_range', sql`${t.plannedPrice} between 0 and 100000000`),
    check(
      'products_names_length',
      sql`char_length(${t.nameKo}) between 1 and 200 and char_length(${t.nameEn}) between 1 and 200`,
    ),
    index('products_category_published').on(t.categorySlug, t.published),
    index('products_newest').on(t.createdAt, t.id),
    index('products_price').on(t.price, t.id),
  ],
);
