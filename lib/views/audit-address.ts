/** How the audit log is addressed: whose changes, of what. */

import { readRowId } from '@/lib/page-key';
import { addressOf, type Query, queryValue } from '@/lib/query-value';

/** Which entries an operator wants to see; null narrows nothing. */
export interface AuditFilter {
  actorId: number | null;
  /** `stock.restock` */
  action: string | null;
  /** `product` */
  entity: string | null;
  /** Of the entity. */
  entityId: number | null;
}

type AuditParameter = 'actor' | 'action' | 'entity' | 'id';

/**
 * Reads `?actor= &action= &entity= &id=` (hardening.md: 65, 67).
 * @returns the filter, without what could not be read; `unread` names those parameters
 */
export function parseAuditFilter(query: Query): { filter: AuditFilter; unread: AuditParameter[] } {
  const unread: AuditParameter[] = [];
  const read = <Value>(name: AuditParameter, parse: (text: string) => Value | null) => {
    if (query[name] === undefined || query[name] === '') return null;
    const value = parse(queryValue(query, name) ?? '');
    if (value === null) unread.push(name);
    return value;
  };
  const filter = {
    actorId: read('actor', readRowId),
    action: read('action', (text) => (/^[a-z-]{1,30}\.[a-z-]{1,30}$/.test(text) ? text : null)),
    entity: read('entity', (text) => (/^[a-z-]{1,30}$/.test(text) ? text : null)),
    entityId: read('id', readRowId),
  };
  return { filter, unread };
}

/** The address of these entries, without a language prefix. */
export function auditAddress(
  { actorId, action, entity, entityId }: AuditFilter,
  before: number | null = null,
): string {
  return addressOf('/admin/audit', { actor: actorId, action, entity, id: entityId, before });
}
