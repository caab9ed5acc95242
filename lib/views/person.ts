import { CLOSED_ACCOUNT_NAME } from '@/lib/domain/accounts/rules';

/** Whether a name is what a closed account left in its place. */
export const isClosedAccount = (name: string): boolean => name === CLOSED_ACCOUNT_NAME;
