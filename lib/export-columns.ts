/** The columns of the back office's files, in the language of who fetches them (admin.md: Exports). */

import 'server-only';
import type { CsvColumn } from './csv';
import { formatEntryNumber } from './format/entry-number';
import { formatOrderNumber } from './format/order-number';
import type { Locale } from './i18n/locales';
import type { Texts } from './i18n/texts';
import { phoneCell } from './phone-number';
import type {
  CouponFileRow,
  EntryFileRow,
  LineFileRow,
  OrderFileRow,
  ProductFileRow,
} from './queries/admin/exports';
import { productName } from './views/admin-sales';
import { isClosedAccount } from './views/person';

interface Pen {
  t: Texts;
  locale: Locale;
}

const instant = (text: string | null) => (text === null ? null : new Date(text));
const person = (name: string, { t }: Pen) =>
  isClosedAccount(name) ? t('account.closedName') : name;

export function orderColumns(pen: Pen): CsvColumn<OrderFileRow>[] {
  const { t } = pen;
  return [
    { title: t('office.csv.order'), cell: ({ orderId }) => formatOrderNumber(orderId) },
    { title: t('office.csv.placedAt'), cell: ({ placedAt }) => instant(placedAt) },
    { title: t('office.csv.status'), cell: ({ status }) => t(`admin.orders.status.${status}`) },
    { title: t('office.csv.customer'), cell: ({ customer }) => person(customer, pen) },
    { title: t('office.csv.email'), cell: ({ email }) => email },
    { title: t('office.csv.recipient'), cell: ({ recipient }) => recipient },
    { title: t('office.csv.phone'), cell: ({ phone }) => phoneCell(phone) },
    { title: t('office.csv.address'), cell: ({ address }) => address },
    {
      title: t('office.csv.coupon'),
      cell: ({ couponCode, couponApplied }) => (couponApplied ? couponCode : null),
    },
    { title: t('office.csv.units'), cell: ({ units }) => units },
    { title: t('office.csv.subtotal'), cell: ({ subtotal }) => subtotal },
    { title: t('office.csv.discount'), cell: ({ discount }) => discount },
    { title: t('office.csv.total'), cell: ({ total }) => total },
    { title: t('office.csv.cancelledAt'), cell: ({ cancelledAt }) => instant(cancelledAt) },
    {
      title: t('office.csv.returned'),
      cell: ({ cancelledAt, total }) => (cancelledAt === null ? 0 : total),
    },
    { title: t('office.csv.fulfilledAt'), cell: ({ fulfilledAt }) => instant(fulfilledAt) },
  ];
}

export function lineColumns({ t, locale }: Pen): CsvColumn<LineFileRow>[] {
  const amount = ({ unitPrice, quantity }: LineFileRow) => unitPrice * quantity;
  const paid = (line: LineFileRow) => amount(line) - line.discountShare;
  return [
    { title: t('office.csv.order'), cell: ({ orderId }) => formatOrderNumber(orderId) },
    { title: t('office.csv.placedAt'), cell: ({ placedAt }) => instant(placedAt) },
    { title: t('office.csv.status'), cell: ({ status }) => t(`admin.orders.status.${status}`) },
    { title: t('office.csv.productId'), cell: ({ productId }) => productId },
    { title: t('office.csv.product'), cell: (line) => productName(line, locale) },
    { title: t('office.csv.unitPrice'), cell: ({ unitPrice }) => unitPrice },
    { title: t('office.csv.units'), cell: ({ quantity }) => quantity },
    { title: t('office.csv.subtotal'), cell: amount },
    { title: t('office.csv.discount'), cell: ({ discountShare }) => discountShare },
    { title: t('office.csv.total'), cell: paid },
    { title: t('office.csv.cancelledAt'), cell: ({ cancelledAt }) => instant(cancelledAt) },
    {
      title: t('office.csv.returned'),
      cell: (line) => (line.cancelledAt === null ? 0 : paid(line)),
    },
  ];
}

/** @param live false: an earlier moment's, of which no book says what a product cost and whether it was shown */
export function productColumns({ t, locale }: Pen, live: boolean): CsvColumn<ProductFileRow>[] {
  const ofNow = (column: CsvColumn<ProductFileRow>) => (live ? [column] : []);
  return [
    { title: t('office.csv.productId'), cell: ({ productId }) => productId },
    { title: t('office.csv.slug'), cell: ({ slug }) => slug },
    { title: t('office.csv.nameKo'), cell: ({ nameKo }) => nameKo },
    { title: t('office.csv.nameEn'), cell: ({ nameEn }) => nameEn },
    {
      title: t('office.csv.category'),
      cell: ({ categoryKo, categoryEn }) => (locale === 'ko' ? categoryKo : categoryEn),
    },
    ...ofNow({ title: t('office.csv.price'), cell: ({ price }) => price }),
    { title: t('office.csv.stock'), cell: ({ quantity }) => quantity },
    ...ofNow({
      title: t('office.csv.shown'),
      cell: ({ published }) => t(`admin.products.${published ? 'published' : 'hidden'}`),
    }),
  ];
}

export function entryColumns(pen: Pen): CsvColumn<EntryFileRow>[] {
  const { t } = pen;
  return [
    { title: t('wallet.csv.number'), cell: ({ userId, seq }) => formatEntryNumber(userId, seq) },
    { title: t('wallet.csv.time'), cell: ({ createdAt }) => instant(createdAt) },
    { title: t('office.csv.customer'), cell: ({ customer }) => person(customer, pen) },
    { title: t('wallet.csv.kind'), cell: ({ kind }) => t(`wallet.kinds.${kind}`) },
    { title: t('wallet.csv.amount'), cell: ({ amount }) => amount },
    { title: t('wallet.csv.balanceAfter'), cell: ({ balanceAfter }) => balanceAfter },
    {
      title: t('wallet.csv.order'),
      cell: ({ orderId }) => (orderId === null ? null : formatOrderNumber(orderId)),
    },
    { title: t('wallet.csv.reason'), cell: ({ reason }) => reason },
    { title: t('office.csv.actor'), cell: ({ actor }) => person(actor, pen) },
  ];
}

export function couponColumns({ t }: Pen): CsvColumn<CouponFileRow>[] {
  return [
    { title: t('office.csv.coupon'), cell: ({ code }) => code },
    { title: t('office.csv.percent'), cell: ({ percent }) => percent },
    { title: t('office.csv.fixed'), cell: ({ amount }) => amount },
    { title: t('office.csv.cap'), cell: ({ cap }) => cap },
    { title: t('office.csv.minimum'), cell: ({ minSubtotal }) => minSubtotal },
    { title: t('office.csv.perShopper'), cell: ({ perShopperLimit }) => perShopperLimit },
    { title: t('office.csv.limit'), cell: ({ totalLimit }) => totalLimit },
    { title: t('office.csv.used'), cell: ({ used }) => used },
    { title: t('office.csv.given'), cell: ({ given }) => given },
    { title: t('office.csv.startsAt'), cell: ({ startsAt }) => instant(startsAt) },
    { title: t('office.csv.endsAt'), cell: ({ endsAt }) => instant(endsAt) },
    {
      title: t('office.csv.enabled'),
      cell: ({ enabled }) => t(`office.csv.${enabled ? 'on' : 'off'}`),
    },
  ];
}
