/** A form as sent: the readable fields, and the names of those that nobody's browser sends so. */
export interface FormFields {
  values: Record<string, string>;
  /** Sent twice, as a file, or with a NUL in it. */
  broken: string[];
}

/** React's own fields, by which a form works before scripts run. */
const FRAMEWORK_FIELD = /^\$ACTION_/;

/**
 * Reads a form into plain values (hardening.md: 15–18, 40). Never throws, whatever was sent.
 * The object has no prototype: a field named `__proto__` is a field like any other.
 */
export function readFormFields(form: unknown): FormFields {
  const values: Record<string, string> = Object.create(null);
  const broken = new Set<string>();
  // An action can be called with anything by hand; that is an empty form.
  for (const [name, value] of form instanceof FormData ? form.entries() : []) {
    if (FRAMEWORK_FIELD.test(name)) continue;
    // PostgreSQL stores no NUL. Half a character cannot come: FormData replaces it.
    const text = typeof value === 'string' && !value.includes('\0');
    if (!text || name in values) broken.add(name);
    else values[name] = value;
  }
  return { values, broken: [...broken] };
}

/**
 * What may be shown again: everything typed but secrets and fields of the framework's making.
 * @param secret names of fields that must never come back (passwords)
 */
export function typedAgain(fields: FormFields, secret: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields.values).filter(
      ([name]) => !secret.includes(name) && name !== '__proto__',
    ),
  );
}
