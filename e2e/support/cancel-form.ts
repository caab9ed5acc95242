import type { HtmlForm } from './html-form';
import type { HtmlPage } from './html-page';

/** The buttons that cancel an order, in Korean: a shopper's, and an operator's. */
const CANCEL = /돌려받고 취소하기$|^취소하고 .+ 환불하기$/;

/** Of the forms of an order's page the one that cancels it; undefined: it cannot be cancelled. */
export function cancelForm(page: HtmlPage): HtmlForm | undefined {
  return page.forms('orderId').find(({ buttons }) => buttons.some(({ text }) => CANCEL.test(text)));
}
