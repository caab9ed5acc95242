import { isDeepStrictEqual } from 'node:util';
import { serialize } from 'node:v8';
import type { Answer, Command } from './commands';
import { expectedBooks } from './expected-books';
import { step } from './oracle';
import { plain } from './plain';
import type { ShopBooks } from './shop-books';
import type { World } from './world';

/** A command with what the shop said to it. */
export interface Event {
  command: Command;
  /** For the trace. */
  said: unknown;
  /** The order in the answer; null: there is none. */
  orderId: number | null;
  /** Whether the answer is the predicted one. */
  fits(predicted: Answer): boolean;
  /** The shop was too busy and did nothing. */
  nothingDone: boolean;
}

/**
 * Finds an order in which commands that ran at the same time could have run one after the other, so
 * that each gets exactly the answer that it got and the books end up exactly as they are
 * (linearisability; Wing and Gong's search, with every world looked at once).
 *
 * @param books the shop's rows once all were answered
 * @param ownClock whether the shop's clock is the model's; if not, one command comes after the other,
 *   and the instants in the books are not compared
 * @returns the world afterwards and the commands in that order; null: there is none
 */
export function explain(
  world: World,
  events: Event[],
  books: ShopBooks,
  ownClock: boolean,
): { world: World; order: Event[] } | null {
  const seen = new Set<string>();
  const instants = ownClock ? (all: ShopBooks) => all : withoutInstants;
  const kept = instants(books);
  const expected = (of: World) => instants(plain(expectedBooks(of)) as ShopBooks);
  const search = (at: World, left: Event[]): { world: World; order: Event[] } | null => {
    if (left.length === 0)
      return isDeepStrictEqual(expected(at), kept) ? { world: at, order: [] } : null;
    const place =
      left.map((event) => events.indexOf(event)).join() + serialize(at).toString('latin1');
    if (seen.has(place)) return null;
    seen.add(place);
    for (const event of left) {
      const next = structuredClone(at);
      if (!ownClock) next.now += 1;
      if (!event.nothingDone) {
        const predicted = step(next, event.command, event.orderId ?? 0);
        if (!event.fits(predicted) || !leadsTo(expected(next), kept)) continue;
      }
      const rest = search(
        next,
        left.filter((other) => other !== event),
      );
      if (rest) return { world: rest.world, order: [event, ...rest.order] };
    }
    return null;
  };
  return search(world, events);
}

/** Entries and movements are only ever added: a world that has others leads nowhere. */
function leadsTo({ wallets, stock }: ShopBooks, books: ShopBooks): boolean {
  const begins = (all: unknown[] = [], first: unknown[]) =>
    isDeepStrictEqual(all.slice(0, first.length), first);
  return (
    wallets.every(({ entries }, i) => begins(books.wallets[i]?.entries, entries)) &&
    stock.every(({ movements }, i) => begins(books.stock[i]?.movements, movements))
  );
}

function withoutInstants(books: ShopBooks): ShopBooks {
  return {
    ...books,
    wallets: books.wallets.map((wallet) => ({
      ...wallet,
      entries: wallet.entries.map((entry) => ({ ...entry, at: 0 })),
    })),
    orders: books.orders.map((order) => ({ ...order, placedAt: 0, cancelledAt: null })),
  };
}
