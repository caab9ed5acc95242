/** The tree that a browser makes of a page, and the few questions tests ask of it. */

import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Parent = DefaultTreeAdapterTypes.ParentNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** The document of a page, parsed as browsers parse it (the HTML standard's own algorithm). */
export function parseHtml(html: string): Parent {
  return parse(html);
}

const isElement = (node: Node): node is Element => 'tagName' in node;

/** Every element below a node that fits, in the order of the page. */
export function findAll(root: Parent, fits: (element: Element) => boolean): Element[] {
  return root.childNodes.flatMap((node) =>
    isElement(node) ? [...(fits(node) ? [node] : []), ...findAll(node, fits)] : [],
  );
}

/** An attribute's value with its entities read; null: it is not there. */
export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}

/** The text inside an element as a reader takes it in: white space runs are one space. */
export function textOf(element: Element): string {
  return rawText(element).replace(/\s+/g, ' ').trim();
}

/** The text inside an element, every character of it. */
export function rawText(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(rawText).join('') : '';
}

/** The nearest element around another one that fits; null: none. */
export function ancestor(element: Element, fits: (element: Element) => boolean): Element | null {
  for (
    let at: Parent | null = element.parentNode;
    at;
    at = 'parentNode' in at ? at.parentNode : null
  ) {
    if (isElement(at) && fits(at)) return at;
  }
  return null;
}
