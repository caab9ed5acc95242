'use client';

import { Glyph } from '@/components/ui/glyph';

/** Texts of a figure's definition. */
export interface DefinitionTexts {
  /** Of its element, one on the page. */
  id: string;
  /** The figure's name, what the button says, what the figure means. */
  name: string;
  what: string;
  text: string;
}

/**
 * What a figure means, one tap away: a native popover, which needs no JavaScript and closes by
 * Escape or a tap beside it.
 */
export function DefinitionButton({ id, name, what, text }: DefinitionTexts) {
  return (
    <>
      <button type="button" popoverTarget={id} aria-label={what} className="definition-button">
        <Glyph size={16}>
          <path d="M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0zM12 16v-4M12 8h.01" />
        </Glyph>
      </button>
      <span id={id} popover="auto" className="definition">
        <strong className="block">{name}</strong>
        {text}
      </span>
    </>
  );
}
