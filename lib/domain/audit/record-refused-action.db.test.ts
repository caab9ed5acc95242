import { auditLog } from '@/db/schema';
import { expect, test } from '@/e2e/support/db-test';
import { makeShopper, NOON } from '@/e2e/support/sample';
import { recordRefusedAction } from './record-refused-action';

const HOUR_MS = 3_600_000;

test('who tried what stands in the audit log, ten times an hour for each user', async ({ db }) => {
  const [curious, other] = [await makeShopper(db), await makeShopper(db)];
  const attempt = (userId: number, now = NOON) =>
    recordRefusedAction(db, { userId, action: 'admin.change-stock' }, now);
  const answers = await Promise.all(Array.from({ length: 30 }, () => attempt(curious)));
  expect(answers.filter((answer) => answer.ok && answer.value.recorded)).toHaveLength(10);
  expect(await attempt(other)).toMatchObject({ value: { recorded: true } });
  const later = new Date(NOON.getTime() + HOUR_MS);
  expect(await attempt(curious, later)).toMatchObject({ value: { recorded: true } });

  const rows = await db.orm.select().from(auditLog);
  expect(rows).toHaveLength(12);
  expect(rows[0]).toMatchObject({
    actorUserId: curious,
    action: 'action.refused',
    entity: 'action',
    entityId: 'admin.change-stock',
    createdAt: NOON,
  });
});
