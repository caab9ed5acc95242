import 'server-only';

let known: Promise<ReadonlySet<string>> | undefined;

/** Some 49,000 passwords that everybody tries first, in lower case; loaded at the first sign-up. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  known ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common']),
  );
  return known;
}
