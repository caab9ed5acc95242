import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Next's list of the actions that a build has, in the build's directory. */
const MANIFEST = 'server/server-reference-manifest.json';

// Global, because Next loads a module once a bundle.
const holder = globalThis as typeof globalThis & { jangteoActions?: ReadonlySet<string> };

/**
 * Once, when the process starts: from then on `isKnownAction` knows this build's actions. While
 * developing the list changes under way, and Next's own answer to an unknown one has to do.
 *
 * @param distDir of the build that is served
 */
export function learnActions(distDir: string): void {
  if (process.env.NODE_ENV === 'development') return;
  const manifest = JSON.parse(readFileSync(path.join(distDir, MANIFEST), 'utf8'));
  holder.jangteoActions = new Set(Object.keys(manifest.node));
}

/** Whether this build has a Server Action of that id; forms of an earlier build may name others. */
export function isKnownAction(id: string): boolean {
  return holder.jangteoActions?.has(id) ?? true;
}
