/** The code under which the server logged a failure; undefined: it was none of the server's. */
export function referenceCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return undefined;
  return typeof error.digest === 'string' ? error.digest : undefined;
}
