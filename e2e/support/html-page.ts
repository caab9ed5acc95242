import { attribute, findAll, parseHtml, textOf } from './html';
import { type HtmlForm, readForm } from './html-form';

/** A page as it was answered, with what tests read from it. */
export interface HtmlPage {
  status: number;
  /** The address it was found at, after redirects. */
  url: string;
  headers: Headers;
  html: string;
  /** The first `data-{name}` inside the main part; null: the page shows no such figure. */
  figure(name: string): number | null;
  /** Every `data-{name}` inside the main part, in the order of the page. */
  figures(name: string): number[];
  /** Messages that are announced: refusals and results. */
  notices: readonly { role: 'alert' | 'status'; text: string }[];
  /** What is said to be wrong, by field name. */
  fieldErrors: Readonly<Record<string, string>>;
  /** The forms that have a field, or a button, of this name; without one: every form. */
  forms(fieldName?: string): HtmlForm[];
  /**
   * The first of them.
   * @throws when there is none, with the page's status, address and words
   */
  form(fieldName: string): HtmlForm;
}

function hasField(form: HtmlForm, name: string): boolean {
  return form.value(name) !== null || form.buttons.some((button) => button.name === name);
}

/** Reads a page out of an answer's body. */
export function readPage(
  answer: { status: number; url: string; headers: Headers },
  html: string,
): HtmlPage {
  const document = parseHtml(html);
  const [main = document] = findAll(document, ({ tagName }) => tagName === 'main');
  const figures = (name: string) =>
    findAll(main, (element) => attribute(element, `data-${name}`) !== null).map((element) =>
      Number(attribute(element, `data-${name}`)),
    );
  const withField = (name?: string) =>
    findAll(document, ({ tagName }) => tagName === 'form')
      .map((form) => readForm(form, document, answer.url))
      .filter((form) => name === undefined || hasField(form, name));

  return {
    ...answer,
    html,
    figure: (name) => figures(name)[0] ?? null,
    figures,
    notices: findAll(main, (element) =>
      ['alert', 'status'].includes(attribute(element, 'role') ?? ''),
    )
      .map((element) => ({
        role: attribute(element, 'role') === 'alert' ? ('alert' as const) : ('status' as const),
        text: textOf(element),
      }))
      .filter(({ text }) => text !== ''),
    fieldErrors: Object.fromEntries(
      findAll(main, (element) => attribute(element, 'aria-invalid') === 'true').map((field) => {
        const described = (attribute(field, 'aria-describedby') ?? '').split(' ');
        const [error] = findAll(document, (element) => {
          const id = attribute(element, 'id') ?? '';
          return id.endsWith('-error') && described.includes(id);
        });
        return [attribute(field, 'name') ?? '', error ? textOf(error) : ''];
      }),
    ),
    forms: withField,
    form(name) {
      const [form] = withField(name);
      if (form) return form;
      const words = textOf(main as Parameters<typeof textOf>[0]).slice(0, 300);
      throw new Error(`${answer.status} ${answer.url} has no form with ${name}: ${words}`);
    },
  };
}
