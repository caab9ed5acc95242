/** Which products an operator asks for; null narrows nothing. */
export interface ProductChoice {
  /** Part of a name in either language, or its initial consonants; part of the slug; the number. */
  search: string | null;
  /** Whether shoppers see it now. */
  state: 'published' | 'hidden' | null;
  /** `low`: some but few are left (admin.md: Low stock); `out`: none. */
  level: 'low' | 'out' | null;
}

/** The choice that leaves nothing out. */
export const EVERY_PRODUCT: ProductChoice = { search: null, state: null, level: null };
