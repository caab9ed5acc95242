import path from 'node:path';

/**
 * A file that stands in a data directory while its embedded database is being filled. Found at a start,
 * it says that the filling was broken off: the half shop is dropped and made anew.
 */
export function fillingMark(dataDir: string): string {
  return path.join(dataDir, 'filling-sample-shop');
}
