import type { Command } from './commands';
import { expectedBooks } from './expected-books';
import { type Event, explain } from './explain';
import { step } from './oracle';
import { inWords, plain } from './plain';
import { instantOf, type Moment } from './plan';
import { commandOf, type KeyedCommand, type People, preparationOf } from './resolve';
import type { ShopBooks } from './shop-books';
import type { World } from './world';

/** A shop under a model: how it is spoken to, and how its books are read. */
export interface ModelledShop {
  people: People;
  /** Whether the model's clock is the shop's; a served shop has its own. */
  ownClock: boolean;
  /**
   * Gets a command ready, as opening the page of its form does: what the page holds, its key for
   * one, may change the command.
   * @returns null: the shop offers no such button here, which the model must agree with
   */
  prepare(command: Command, world: World): Promise<Ready | null>;
  /** The books of the model's people and things. */
  books(): Promise<ShopBooks>;
  /**
   * Looks at what else the shop shows; throws where the model says otherwise.
   * @param last whether the story ends here; before that a look at what did not change may be spared
   */
  look(world: World, last: boolean): Promise<void>;
}

export interface Ready {
  command: Command;
  press(now: number): Promise<Event>;
}

/**
 * Plays a story in the shop and in the model's world side by side. What is pressed together runs at
 * the same time, and must be explained by some order of it (`explain.ts`).
 *
 * @returns the world at the end, and how often each answer was given, by its name
 * @throws with everything that was asked and said, where the two part
 */
export async function runModel(
  shop: ModelledShop,
  begin: World,
  story: Moment[],
): Promise<{ world: World; answers: Record<string, number> }> {
  let world = begin;
  const trace: string[] = [];
  const sent: KeyedCommand[] = [];
  const answers: Record<string, number> = {};

  const pressTogether = async (ready: Ready[]) => {
    const events = await Promise.all(ready.map(({ press }) => press(world.now)));
    const books = await shop.books();
    for (const { command, said } of events)
      trace.push(`  ${inWords(command)}\n    → ${inWords(said)}`);
    for (const { said } of events) {
      const name = nameOf(said);
      answers[name] = (answers[name] ?? 0) + 1;
    }
    const explained = explain(world, events, books, shop.ownClock);
    if (!explained) throw new Error(complaint(world, events, books));
    world = explained.world;
  };

  try {
    for (const moment of story) {
      if (shop.ownClock) world.now = instantOf(moment, world);
      trace.push(new Date(world.now).toISOString());
      for (const wish of moment.wishes) {
        for (const command of preparationOf(wish, world)) {
          const ready = await shop.prepare(command, world);
          if (ready) await pressTogether([ready]);
        }
      }
      const ready: Ready[] = [];
      for (const wish of moment.wishes) {
        const command = commandOf(wish, world, sent, shop.people);
        const one = command && (await shop.prepare(command, world));
        if (!one) continue;
        ready.push(one);
        if ('key' in one.command) sent.push(one.command);
      }
      if (ready.length > 1) trace.push(' at the same time:');
      await pressTogether(ready);
      await shop.look(world, false);
    }
    await shop.look(world, true);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`${trace.join('\n')}\n${message}`, { cause: error });
  }
  return { world, answers };
}

/** What the model says instead. */
function complaint(world: World, events: Event[], books: ShopBooks): string {
  const after = structuredClone(world);
  const predicted = events.map(({ command, orderId }) => step(after, command, orderId ?? 0));
  const lines = events.flatMap(({ fits, said }, i) => {
    const prediction = predicted[i];
    return prediction && !fits(prediction)
      ? [`  said ${inWords(said)}\n  not  ${inWords(prediction)}`]
      : [];
  });
  const expected = plain(expectedBooks(after)) as ShopBooks;
  for (const part of Object.keys(expected) as (keyof ShopBooks)[]) {
    const [kept, wanted] = [JSON.stringify(books[part]), JSON.stringify(expected[part])];
    if (kept !== wanted) lines.push(`  ${part} hold ${kept}\n  and not ${wanted}`);
  }
  const order = events.length > 1 ? 'No order explains it; in the order above' : 'The model';
  return `${order} the model says otherwise:\n${lines.join('\n')}`;
}

function nameOf(said: unknown): string {
  const answer = said as { ok?: boolean; replayed?: boolean; refusal?: { code: string } };
  if (answer.ok) return answer.replayed ? 'replayed' : 'done';
  return answer.refusal?.code ?? 'refused';
}
