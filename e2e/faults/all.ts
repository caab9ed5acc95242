import { networkFaults } from './network';
import type { Fault } from './play';
import { processFaults } from './processes';

/** The faults of protocol.md, in its order. */
export const FAULTS: Fault[] = [...processFaults, ...networkFaults];
