/**
 * `npm run admin:create -- --email you@example.com [--name 'Your name']`: an operator account in the
 * shop's database. The password comes from `ADMIN_PASSWORD`, or is asked for without showing it.
 */

import { parseArgs } from 'node:util';
import { commonPasswords } from '@/lib/auth/common-passwords';
import { hashPassword } from '@/lib/auth/password';
import { PASSWORD_LEAST_CHARACTERS, passwordProblem } from '@/lib/auth/password-rules';
import { openAccount } from '@/lib/domain/accounts/open-account';
import { normaliseEmail } from '@/lib/domain/accounts/rules';
import { readHidden } from './boot/read-hidden';
import { createDatabase } from './client';
import { withShopDatabase } from './shop-database';

const FAILED = 1;

const PROBLEMS = {
  tooShort: `The password needs at least ${PASSWORD_LEAST_CHARACTERS} characters.`,
  tooLong: 'The password is too long.',
  common: 'Everybody tries this password first: choose another.',
};

async function createAdmin(): Promise<void> {
  const { values } = parseArgs({
    options: { email: { type: 'string' }, name: { type: 'string', default: 'Admin' } },
  });
  const email = normaliseEmail(values.email ?? '');
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) {
    throw new Error('Say whose account it is: npm run admin:create -- --email you@example.com');
  }
  const password = process.env.ADMIN_PASSWORD ?? (await readHidden(`Password for ${email}: `));
  const problem = passwordProblem(password, await commonPasswords());
  if (problem) throw new Error(PROBLEMS[problem]);

  const account = {
    email,
    name: values.name.normalize('NFC').trim(),
    passwordHash: await hashPassword(password),
    role: 'admin',
  } as const;
  await withShopDatabase(async ({ url, name }) => {
    const db = createDatabase({ url, max: 1, applicationName: 'jangteo-admin' });
    try {
      const outcome = await openAccount(db, account, new Date());
      if (outcome.ok) process.stdout.write(`${email} is an admin of ${name}.\n`);
      else if (outcome.refusal.code === 'EMAIL_TAKEN') throw new Error(`${email} has an account.`);
      else throw new Error('The database is busy; nothing was made. Try again.');
    } finally {
      await db.close();
    }
  });
}

try {
  await createAdmin();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = FAILED;
}
