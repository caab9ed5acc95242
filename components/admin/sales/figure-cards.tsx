'use client';

import { WaitingLink } from '@/lib/i18n/waiting-link';
import type { SalesMetric } from '@/lib/views/admin-sales';
import { DefinitionButton, type DefinitionTexts } from './definition-button';

/** How a figure moved. */
export interface ChangeTexts {
  /** None where it did not, or nobody knows. */
  sign?: '▲' | '▼';
  text: string;
  percent?: string;
}

export interface FigureCard {
  metric: SalesMetric;
  /** Plain numbers, by which a test compares the card with the database. */
  now: number | null;
  before: number | null;
  definition: DefinitionTexts;
  /** How the figure is written, the finished address of its rows and what the link there says. */
  shown?: string;
  href?: string;
  rows?: string;
  change?: ChangeTexts;
  /** What belongs to the figure and is none of its own. */
  note?: string;
  /** What it counts whatever is chosen. */
  scope?: string;
}

type FigureCardsProps = {
  label: string;
  /** In place of a figure that there is not. */
  none: string;
  cards: readonly FigureCard[];
};

/**
 * Figures as cards. Drawn on the server and again in the browser, so that a card crosses as its words and
 * not twice as elements.
 */
export function FigureCards({ label, none, cards }: FigureCardsProps) {
  return (
    <section aria-label={label}>
      <dl className="grid grid-cols-2 gap-3 md:grid-cols-3 md:gap-4 xl:grid-cols-5">
        {cards.map((card) => (
          <Figure key={card.metric} none={none} {...card} />
        ))}
      </dl>
    </section>
  );
}

function Figure({ none, ...card }: FigureCard & { none: string }) {
  const { metric, now, before, definition, shown, href = '', rows, change, note, scope } = card;
  return (
    <div
      data-figure={metric}
      data-value={now ?? undefined}
      data-before={before ?? undefined}
      className="flex flex-col rounded-card border border-line bg-bg p-3 md:p-4"
    >
      <dt className="flex items-start justify-between gap-1 text-sm font-semibold text-muted">
        {definition.name}
        <DefinitionButton {...definition} />
      </dt>
      <dd className="flex grow flex-col gap-0.5">
        {shown === undefined ? (
          <p className="text-muted">{none}</p>
        ) : (
          <WaitingLink
            href={href}
            aria-label={rows}
            className="w-fit text-lg font-bold tabular-nums underline decoration-line underline-offset-4 hover:decoration-current md:text-xl"
          >
            {shown}
          </WaitingLink>
        )}
        {change && <Change {...change} />}
        {note && <p className="mt-auto pt-1 text-xs text-muted">{note}</p>}
        {scope && <p className="text-xs text-muted">{scope}</p>}
      </dd>
    </div>
  );
}

/**
 * A change as sign and words. Neutral ink: in Korean finance red means *up*, so a colour would say the
 * opposite to half of its readers.
 */
function Change({ sign, text, percent }: ChangeTexts) {
  if (!sign) return <p className="text-sm text-muted">{text}</p>;
  return (
    <p className="text-sm tabular-nums">
      <span aria-hidden="true">{`${sign} `}</span>
      {text}
      {percent && <span className="whitespace-nowrap">{` (${percent})`}</span>}
    </p>
  );
}
