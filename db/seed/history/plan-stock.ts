import { type Calendar, RESTOCK_HOUR } from './calendar';
import type { PlannedProduct, Visit } from './plan-visits';

/** A delivery that arrives at the beginning of a day's restocking shift. */
export interface Restock {
  /** Instant in ms: the shift that it arrives in. */
  shiftFrom: number;
  product: number;
  delta: number;
}

export interface StockPlan {
  /** Opening quantity of each product. */
  opening: number[];
  restocks: Restock[];
}

const SMALLEST_LOT = 30;
const DAYS_A_LOT_LASTS = 10;
/** Not worth a delivery, unless the product would run out. */
const FEW_UNITS = 10;

/**
 * What each product opens with and when more of it arrives, so that no planned order finds too little
 * and every product ends with the units that the catalogue wants.
 */
export function planStock(
  { shifts, days }: Calendar,
  products: PlannedProduct[],
  visits: Visit[],
): StockPlan {
  const deliveries = shifts.filter(({ hour }) => hour === RESTOCK_HOUR).map(({ from }) => from);
  const flows = flowsBetween(deliveries, products.length, visits);
  const restocks: Restock[] = [];
  const opening = products.map(({ quantityLeft }, product) => {
    const flow = flows[product] ?? [];
    const sold = sum(flow.map((period) => period.sold));
    const wanted = sold - sum(flow.map((period) => period.returned));
    const lot = Math.max(SMALLEST_LOT, Math.ceil((DAYS_A_LOT_LASTS * sold) / days / 10) * 10);
    let quantity = quantityLeft + Math.min(wanted, Math.max(lot, flow[0]?.sold ?? 0));
    const opensWith = quantity;
    let lowest = quantity;
    let ahead = wanted;
    flow.forEach((period, i) => {
      const shiftFrom = deliveries[i - 1];
      const most = quantityLeft + ahead - quantity;
      if (shiftFrom !== undefined && most > 0 && quantity - period.sold < quantityLeft / 2 + 5) {
        const delta = most < lot * 1.5 ? most : Math.max(lot, period.sold - quantity);
        if (delta >= FEW_UNITS || quantity < period.sold) {
          restocks.push({ shiftFrom, product, delta });
          quantity += delta;
        }
      }
      lowest = Math.min(lowest, quantity - period.sold);
      quantity += period.returned - period.sold;
      ahead -= period.sold - period.returned;
    });
    // What the deliveries left out was there from the beginning.
    const short = Math.max(0, quantityLeft - quantity);
    return opensWith + Math.max(short, -lowest);
  });
  return { opening, restocks: restocks.sort((a, b) => a.shiftFrom - b.shiftFrom) };
}

/** Units that leave and come back, by product and by the stretch that ends with each delivery. */
function flowsBetween(deliveries: number[], products: number, visits: Visit[]) {
  const flows = Array.from({ length: products }, () =>
    Array.from({ length: deliveries.length + 1 }, () => ({ sold: 0, returned: 0 })),
  );
  for (const { at, lines, givesUp, cancelAt } of visits) {
    if (givesUp) continue;
    const bought = deliveries.filter((delivery) => delivery <= at).length;
    const back = cancelAt === null ? null : deliveries.filter((d) => d <= cancelAt).length;
    for (const { product, quantity } of lines) {
      const flow = flows[product];
      const sale = flow?.[bought];
      if (sale) sale.sold += quantity;
      const returned = back === null ? undefined : flow?.[back];
      if (returned) returned.returned += quantity;
    }
  }
  return flows;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
