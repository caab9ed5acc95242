import { expect, test } from '@playwright/test';
import { averageOrderValue, NO_SALES, netFlow, netSales, stockLevel, sumFigures } from './rules';

const MORNING = {
  gross: 30_000,
  discounts: 2_000,
  returns: 500,
  orders: 3,
  cancelledOrders: 1,
  units: 6,
  returnedUnits: 2,
};

test('ten units and fewer are low, none is out', () => {
  expect([0, 1, 10, 11].map(stockLevel)).toEqual(['out', 'low', 'low', 'ok']);
});

test('the figures of a range are those of its parts added up', () => {
  const evening = {
    gross: 1,
    discounts: 2,
    returns: 3,
    orders: 4,
    cancelledOrders: 5,
    units: 6,
    returnedUnits: 7,
  };
  expect(sumFigures([MORNING, evening])).toEqual({
    gross: 30_001,
    discounts: 2_002,
    returns: 503,
    orders: 7,
    cancelledOrders: 6,
    units: 12,
    returnedUnits: 9,
  });
  expect(sumFigures([MORNING])).toEqual(MORNING);
  expect(Object.values(sumFigures([]))).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

test('net sales are what is left of the gross, also less than nothing', () => {
  expect(netSales(MORNING)).toBe(27_500);
  expect(netSales({ ...NO_SALES, returns: 500 })).toBe(-500);
});

test('an average order is what was paid by order, in whole won', () => {
  expect(averageOrderValue(MORNING)).toBe(9_333);
  expect(averageOrderValue({ ...MORNING, gross: 30_002 })).toBe(9_334);
  expect(averageOrderValue(NO_SALES)).toBeNull();
});

test('the wallets gain what came in less what went out; less than nothing is a loss', () => {
  const day = {
    topUps: 50_000,
    payments: -30_000,
    refunds: 4_000,
    adjustedUp: 700,
    adjustedDown: -60,
  };
  expect(netFlow(day)).toBe(24_640);
  expect(netFlow({ ...day, topUps: 0 })).toBe(-25_360);
});
