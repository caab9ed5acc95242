import { expect, test } from '@playwright/test';
import { rewriteForwardedHeaders } from './trusted-headers';

const forged = {
  forwarded: 'for=1.2.3.4;host=evil.example',
  'x-forwarded-for': '1.2.3.4, 198.51.100.9',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
  'x-forwarded-port': '1',
  accept: '*/*',
};

function rewritten(publicUrl: string) {
  const request = { headers: { ...forged }, socket: { remoteAddress: '203.0.113.7' } };
  rewriteForwardedHeaders(request, publicUrl);
  return request.headers;
}

test('without a proxy only the socket is believed', () => {
  expect(rewritten('http://localhost:3000')).toEqual({
    accept: '*/*',
    'x-forwarded-for': '203.0.113.7',
  });
});

test('behind https the host is the public one and the address the one the proxy saw', () => {
  expect(rewritten('https://shop.example')).toEqual({
    accept: '*/*',
    'x-forwarded-for': '198.51.100.9',
    'x-forwarded-host': 'shop.example',
    'x-forwarded-proto': 'https',
  });
});
