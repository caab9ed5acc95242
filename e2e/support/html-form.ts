import { ancestor, attribute, type Element, findAll, rawText } from './html';

/** What a press sends, ready to be sent, and sent again: the same fields under the same key. */
export interface Press {
  method: 'get' | 'post';
  /** Where to, as an absolute URL. */
  url: string;
  /** The page it is pressed on; browsers say so in `Referer`. */
  pageUrl: string;
  encoding: 'multipart' | 'urlencoded';
  /** Names and values in the order of the form, the pressed button's among them. */
  fields: readonly (readonly [name: string, value: string])[];
}

/** A form of a page, with what stands in its fields. */
export interface HtmlForm {
  /** What a field holds; null: the form has no such field. */
  value(name: string): string | null;
  /** The names and values of its buttons. */
  buttons: readonly { name: string | null; value: string; text: string }[];
  /**
   * Fills fields and presses a button, as a browser without scripts does.
   *
   * @param fill by field name; a name that the form lacks is an error, so that a test that types into
   *   nothing does not pass
   * @param button by name and value, `intent=pay`, or by its name alone; absent: the first one, which
   *   is what the Enter key presses
   * @param tick checkboxes to tick, or with `false` to clear, by their name
   */
  press(options?: {
    fill?: Record<string, string>;
    button?: string;
    tick?: Record<string, boolean>;
  }): Press;
}

const SENT_TAGS = new Set(['input', 'select', 'textarea', 'button']);
const BUTTON_TYPES = new Set(['submit', 'image', 'button', 'reset']);

/** Reads a form: every control that belongs to it, also from elsewhere on the page (`form=`). */
export function readForm(
  form: Element,
  page: Parameters<typeof findAll>[0],
  url: string,
): HtmlForm {
  const id = attribute(form, 'id');
  const controls = findAll(page, (element) => {
    if (!SENT_TAGS.has(element.tagName) || isDisabled(element)) return false;
    const owner = attribute(element, 'form');
    return owner === null ? ancestor(element, (around) => around === form) !== null : owner === id;
  });
  const fields = controls.filter((control) => !isButton(control));
  const buttons = controls.filter(isSubmit);
  const valueOfField = (name: string) => {
    const sent = fields.flatMap(entriesOf).find(([entryName]) => entryName === name);
    return sent?.[1] ?? null;
  };

  return {
    value: valueOfField,
    buttons: buttons.map((button) => ({
      name: attribute(button, 'name'),
      value: attribute(button, 'value') ?? '',
      text: rawText(button).trim(),
    })),
    press({ fill = {}, button, tick = {} } = {}) {
      const names = new Set(fields.map((field) => attribute(field, 'name')));
      for (const name of [...Object.keys(fill), ...Object.keys(tick)]) {
        if (!names.has(name)) throw new Error(`${url}: the form has no field ${name}`);
      }
      const pressed = findButton(buttons, button, url);
      const own = (name: string) =>
        (pressed && attribute(pressed, `form${name}`)) ?? attribute(form, name);
      const entries = controls.flatMap((control): [string, string][] => {
        if (control === pressed) return entryOf(control, attribute(control, 'value') ?? '');
        if (isButton(control)) return [];
        const name = attribute(control, 'name') ?? '';
        const [typed, ticked] = [fill[name], tick[name]];
        if (ticked === false) return [];
        if (ticked) return entryOf(control, attribute(control, 'value') ?? 'on');
        return typed === undefined ? entriesOf(control) : entryOf(control, typed);
      });
      return {
        method: own('method')?.toLowerCase() === 'post' ? 'post' : 'get',
        url: new URL(own('action') || url, url).href,
        pageUrl: url,
        encoding: own('enctype') === 'multipart/form-data' ? 'multipart' : 'urlencoded',
        // Browsers send line ends as CR LF.
        fields: entries.map(([name, value]) => [name, value.replace(/\r\n|\r|\n/g, '\r\n')]),
      };
    },
  };
}

function findButton(buttons: Element[], wanted: string | undefined, url: string): Element | null {
  if (wanted === undefined) return buttons[0] ?? null;
  const [name, value] = wanted.split('=');
  const found = buttons.find(
    (button) =>
      attribute(button, 'name') === name &&
      (value === undefined || attribute(button, 'value') === value),
  );
  if (!found) throw new Error(`${url}: the form has no button ${wanted}`);
  return found;
}

function isButton(control: Element): boolean {
  if (control.tagName === 'button') return true;
  return control.tagName === 'input' && BUTTON_TYPES.has(attribute(control, 'type') ?? '');
}

function isSubmit(control: Element): boolean {
  const type = attribute(control, 'type') ?? (control.tagName === 'button' ? 'submit' : '');
  return isButton(control) && (type === 'submit' || type === 'image');
}

function isDisabled(control: Element): boolean {
  const disabled = (element: Element) => attribute(element, 'disabled') !== null;
  return (
    disabled(control) ||
    ancestor(control, (around) => around.tagName === 'fieldset' && disabled(around)) !== null
  );
}

function entryOf(control: Element, value: string): [string, string][] {
  const name = attribute(control, 'name');
  return name ? [[name, value]] : [];
}

/** What an untouched control sends. */
function entriesOf(control: Element): [string, string][] {
  if (control.tagName === 'textarea') return entryOf(control, rawText(control));
  if (control.tagName === 'select') {
    const options = findAll(control, ({ tagName }) => tagName === 'option');
    const chosen = options.filter((option) => attribute(option, 'selected') !== null);
    const sent = attribute(control, 'multiple') === null ? [chosen.at(-1) ?? options[0]] : chosen;
    return sent.flatMap((option) =>
      option ? entryOf(control, attribute(option, 'value') ?? rawText(option).trim()) : [],
    );
  }
  const type = attribute(control, 'type');
  if (type !== 'checkbox' && type !== 'radio') {
    return entryOf(control, attribute(control, 'value') ?? '');
  }
  if (attribute(control, 'checked') === null) return [];
  return entryOf(control, attribute(control, 'value') ?? 'on');
}
