import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/**
 * OWASP's scrypt parameters of least memory: 16 MiB a hash, so that many sign-ins at once fit a
 * small machine. They stand in every hash: raising them leaves old hashes readable.
 */
const COST = { N: 2 ** 14, r: 8, p: 5 };
const SALT_BYTES = 16;
const KEY_BYTES = 32;

type Cost = typeof COST;

/** Hashes a password with a new salt: `scrypt$N=16384,r=8,p=5$salt$key`, base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, COST, KEY_BYTES);
  const { N, r, p } = COST;
  return `scrypt$N=${N},r=${r},p=${p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

/**
 * Whether a password is the hashed one, every byte of it.
 * @param hash null for somebody who cannot sign in: takes as long and answers false, so that the
 *   time tells nobody which e-mails have an account (hardening.md: 75)
 */
export async function passwordMatches(password: string, hash: string | null): Promise<boolean> {
  const stored = parseHash(hash);
  if (!stored) {
    await derive(password, Buffer.alloc(SALT_BYTES), COST, KEY_BYTES);
    return false;
  }
  const key = await derive(password, stored.salt, stored.cost, stored.key.length);
  return timingSafeEqual(key, stored.key);
}

const FORMAT = /^scrypt\$N=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/;

function parseHash(hash: string | null): { cost: Cost; salt: Buffer; key: Buffer } | null {
  const [, N, r, p, salt = '', key = ''] = FORMAT.exec(hash ?? '') ?? [];
  if (!N) return null;
  return {
    cost: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  };
}

/** NFKC first: the same password typed on another keyboard may come in another spelling. */
function derive(password: string, salt: Buffer, { N, r, p }: Cost, bytes: number): Promise<Buffer> {
  const maxmem = 256 * N * r;
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, bytes, { N, r, p, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
