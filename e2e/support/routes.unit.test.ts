import { expect, test } from '@playwright/test';
import { foldersWithPages, ROUTES } from './routes';

test('every page under app/ is looked at by the tests that look at all pages', () => {
  expect(Object.keys(ROUTES).sort()).toEqual(foldersWithPages());
});
