import enAccount from './en/account.json';
import enAdmin from './en/admin.json';
import enAsOf from './en/as-of.json';
import enAuth from './en/auth.json';
import enBackOffice from './en/back-office.json';
import enCart from './en/cart.json';
import enCatalog from './en/catalog.json';
import enCheckout from './en/checkout.json';
import enCoupons from './en/coupons.json';
import enForms from './en/forms.json';
import enGuide from './en/guide.json';
import enIntegrity from './en/integrity.json';
import enOffice from './en/office.json';
import enOrders from './en/orders.json';
import enRefusals from './en/refusals.json';
import enSales from './en/sales.json';
import enShell from './en/shell.json';
import enWallet from './en/wallet.json';
import koAccount from './ko/account.json';
import koAdmin from './ko/admin.json';
import koAsOf from './ko/as-of.json';
import koAuth from './ko/auth.json';
import koBackOffice from './ko/back-office.json';
import koCart from './ko/cart.json';
import koCatalog from './ko/catalog.json';
import koCheckout from './ko/checkout.json';
import koCoupons from './ko/coupons.json';
import koForms from './ko/forms.json';
import koGuide from './ko/guide.json';
import koIntegrity from './ko/integrity.json';
import koOffice from './ko/office.json';
import koOrders from './ko/orders.json';
import koRefusals from './ko/refusals.json';
import koSales from './ko/sales.json';
import koShell from './ko/shell.json';
import koWallet from './ko/wallet.json';

const ko = {
  account: koAccount,
  admin: koAdmin,
  asOf: koAsOf,
  auth: koAuth,
  backOffice: koBackOffice,
  cart: koCart,
  catalog: koCatalog,
  checkout: koCheckout,
  coupons: koCoupons,
  forms: koForms,
  guide: koGuide,
  integrity: koIntegrity,
  office: koOffice,
  orders: koOrders,
  refusals: koRefusals,
  sales: koSales,
  shell: koShell,
  wallet: koWallet,
};

/** Every text of the shop by surface and key. Korean defines the shape. */
export type Messages = typeof ko;

// A key that Korean has and English lacks does not compile here.
const en: Messages = {
  account: enAccount,
  admin: enAdmin,
  asOf: enAsOf,
  auth: enAuth,
  backOffice: enBackOffice,
  cart: enCart,
  catalog: enCatalog,
  checkout: enCheckout,
  coupons: enCoupons,
  forms: enForms,
  guide: enGuide,
  integrity: enIntegrity,
  office: enOffice,
  orders: enOrders,
  refusals: enRefusals,
  sales: enSales,
  shell: enShell,
  wallet: enWallet,
};

/** All texts by language; one file a surface in `ko/` and `en/`, each its own namespace. */
export const messages = { ko, en };
