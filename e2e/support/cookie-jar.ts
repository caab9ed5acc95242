/** What a browser keeps of one site's cookies: enough of RFC 6265 for a shop on one host. */
export class CookieJar {
  private readonly kept = new Map<string, string>();

  /** Takes in the `Set-Cookie` headers of an answer; an expired one deletes. */
  store(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (isGone(attributes)) this.kept.delete(name);
      else this.kept.set(name, value);
    }
  }

  /** The `Cookie` header; null: there are none. */
  header(): string | null {
    const pairs = [...this.kept].map(([name, value]) => `${name}=${value}`);
    return pairs.length > 0 ? pairs.join('; ') : null;
  }

  /** The value of one cookie; null: it is not kept. */
  get(name: string): string | null {
    return this.kept.get(name) ?? null;
  }

  /** A jar of its own with the same cookies: another tab that goes its own way. */
  copy(): CookieJar {
    const copy = new CookieJar();
    for (const [name, value] of this.kept) copy.kept.set(name, value);
    return copy;
  }
}

function isGone(attributes: string[]): boolean {
  const values = new Map(
    attributes.map((attribute) => {
      const [name = '', value = ''] = attribute.split('=');
      return [name.toLowerCase(), value] as const;
    }),
  );
  // Max-Age wins over Expires.
  const maxAge = values.get('max-age');
  if (maxAge !== undefined) return Number(maxAge) <= 0;
  const expires = values.get('expires');
  return expires !== undefined && Date.parse(expires) <= Date.now();
}
