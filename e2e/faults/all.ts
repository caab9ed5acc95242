import { diskFull, poolExhausted } from './exhaustion';
import { networkFaults } from './network';
import type { Fault } from './play';
import { processFaults } from './processes';
import { stopped } from './stopping';

/** The faults of protocol.md, in its order. */
export const FAULTS: Fault[] = [
  ...processFaults,
  ...networkFaults,
  stopped,
  poolExhausted,
  diskFull,
];
