import { diskFull, poolExhausted, roomGone } from './exhaustion';
import { networkFaults } from './network';
import type { Fault } from './play';
import { processFaults } from './processes';
import { stopped } from './stopping';

/** The faults of protocol.md, in its order; a full disk also as far as it can be had without root. */
export const FAULTS: Fault[] = [
  ...processFaults,
  ...networkFaults,
  stopped,
  poolExhausted,
  roomGone,
  diskFull,
];
