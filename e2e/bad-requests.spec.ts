/** What no browser of a shopper sends (hardening.md): answered as a bad request, never as a fault. */
import { expect, test } from './fixtures';

test('an address whose escapes spell no text is not there', async ({ request }) => {
  for (const path of ['/products/%c0%af', '/%c0%af', '/orders/%c0%af', '/api/%c0%af']) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});

test('a form from another site is forbidden, one beyond every length too large', async ({
  request,
}) => {
  for (const origin of ['http://evil.example', 'null']) {
    const multipart = { amount: '5000' };
    const answer = await request.post('/wallet', { headers: { origin }, multipart });
    expect(answer.status(), origin).toBe(403);
  }
  const multipart = { password: 'x'.repeat(100_000) };
  expect((await request.post('/sign-in', { multipart })).status()).toBe(413);
});
