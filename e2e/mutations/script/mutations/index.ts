import type { Mutation } from '../mutation';
import { LOCKS } from './locks';
import { LOST_CONNECTIONS } from './lost-connections';
import { ONE_SNAPSHOT } from './one-snapshot';
import { PROTOCOL } from './protocol';
import { RULES } from './rules';
import { SETTLED_PRESSES } from './settled-presses';

export const MUTATIONS: Mutation[] = [
  ...LOCKS,
  ...PROTOCOL,
  ...LOST_CONNECTIONS,
  ...SETTLED_PRESSES,
  ...ONE_SNAPSHOT,
  ...RULES,
];
