type Figures = Record<string, unknown>;

const won = (amount: unknown) => `${Number(amount).toLocaleString('ko-KR')}원`;

/** What the Korean page must say of a refusal, figures included. */
const WORDS: Record<string, (figures: Figures) => string[]> = {
  AMOUNT_BELOW_MINIMUM: ({ minWon }) => [`${won(minWon)}부터 충전`],
  AMOUNT_ABOVE_MAXIMUM: ({ maxWon }) => [`한 번에 ${won(maxWon)}까지`],
  DAY_LIMIT: ({ leftWon }) => [`오늘은 ${won(leftWon)}까지 더 충전`],
  HELD_LIMIT: ({ leftWon }) => [`지금은 ${won(leftWon)}까지 더 담을`],
  // Which lines, and what is left of them: checkout.spec.ts. They are those of the moment when the page
  // is drawn, by when another press may have changed them, or all can be ordered again.
  SHORT_STOCK: () => ['주문할 수', '아직 결제하지 않았어요'],
  PRODUCT_UNAVAILABLE: () => ['주문할 수', '아직 결제하지 않았어요'],
  // Of the same total, that the cart holds something else.
  TOTAL_CHANGED: ({ confirmedTotal, total }) =>
    confirmedTotal === total
      ? ['아직 결제하지 않았어요']
      : [`${won(confirmedTotal)}에서 ${won(total)}으로`],
  INSUFFICIENT_BALANCE: ({ gap }) => [`${won(gap)} 더 있으면 결제`],
  CART_EMPTY: () => ['비어 있'],
  KEY_REUSED: () => ['이미 다른 금액을 충전했어요'],
  ORDER_FULFILLED: () => ['취소할 수 없'],
  ORDER_NOT_FOUND: () => [''],
};

/** Whether a page's words are those of the predicted refusal; one that never stands there has none. */
export function refusalFits(
  { code, ...figures }: { code: string } & Figures,
  text: string,
): boolean {
  const words = WORDS[code];
  return words !== undefined && text !== '' && words(figures).every((part) => text.includes(part));
}
