/**
 * What a form's Server Action answers: a closed union, so that a page that handles these three has
 * handled everything. Unknown failures never arrive here; they show the segment's error page.
 */
export type ActionAnswer<Data = unknown, Refusal extends { code: string } = { code: string }> =
  | OkAnswer<Data>
  | InvalidAnswer
  | RefusedAnswer<Refusal>;

/** What a form in the browser knows: the answer, or that none came. */
export type FormAnswer<Data = unknown, Refusal extends { code: string } = { code: string }> =
  | ActionAnswer<Data, Refusal>
  | LostAnswer;

/** It was done. */
export interface OkAnswer<Data> extends Said {
  kind: 'ok';
  data: Data;
  /** The first result of a form that was sent before, shown again; nothing was done twice. */
  replayed: boolean;
  /** Set when the form goes on with what was typed: a preview saved nothing. */
  typed?: Typed;
}

/** Something typed cannot be read. Nothing was done. */
export interface InvalidAnswer extends Said {
  kind: 'invalid';
  /** What is wrong by field name, in the order of the form. */
  fieldErrors: Record<string, string>;
  typed: Typed;
}

/** The rules say no. Nothing was done. */
export interface RefusedAnswer<Refusal extends { code: string }> extends Said {
  kind: 'refused';
  /** The code with its data (`gap`, `leftWon`, `products` …): `answer.refusal.code`. */
  refusal: Refusal;
  typed: Typed;
}

/** The browser's own word: it sent the form, or tried to, and no answer of the shop came back. */
export interface LostAnswer extends Said {
  kind: 'lost';
  /**
   * `offline`: without a network when it was pressed and when it failed. `outdated`: the shop has
   * been renewed since the page was drawn and does not know its form. `cut`: anything may have
   * happened.
   */
  why: 'offline' | 'outdated' | 'cut';
  /** Never leaves the browser. */
  typed: Typed;
}

/** What was typed by field name, to be shown again. Never a secret. */
export type Typed = Record<string, string>;

interface Said {
  /** In the page's language. */
  message: string;
  /** Another one with every answer: a `key` for what must appear anew (error summary). */
  answerId: string;
}

/**
 * A form's Server Action as `useActionState` takes it; the state before the first answer is null.
 * The previous answer plays no part: it comes from the browser, which may send anything.
 */
export type FormAction<Data = unknown, Refusal extends { code: string } = { code: string }> = (
  previous: unknown,
  form: FormData,
) => Promise<ActionAnswer<Data, Refusal>>;
