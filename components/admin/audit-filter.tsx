import { getLocale, getTranslations } from 'next-intl/server';
import { Input, Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { Link } from '@/lib/i18n/link';
import { localizedPath } from '@/lib/i18n/localized-path';
import { messages } from '@/lib/i18n/messages';
import type { AuditFilter as Filter } from '@/lib/views/audit-address';
import { isClosedAccount } from '@/lib/views/person';

type AuditFilterProps = {
  filter: Filter;
  /** Who stands in the log. */
  actors: { userId: number; name: string }[];
};

/** Chooses entries of the audit log: a GET form, so that the choice stands in the address. */
export async function AuditFilter({ filter, actors }: AuditFilterProps) {
  const t = await getTranslations('office.audit');
  const show = await getTranslations('office.filter');
  const account = await getTranslations('account');
  const locale = await getLocale();
  const { actions: groups, entities } = messages[locale].admin.audit;
  return (
    <form
      // A field shows what is chosen now, not what stood in it before a link chose.
      key={JSON.stringify(filter)}
      method="get"
      action={localizedPath(locale, '/admin/audit')}
      className="my-4 grid items-end gap-3 sm:grid-cols-2 xl:grid-cols-[repeat(4,minmax(0,1fr))_auto]"
    >
      <Field id="audit-actor" label={t('actor')}>
        {(wiring) => (
          <Select {...wiring} name="actor" defaultValue={filter.actorId ?? ''}>
            <option value="">{t('anybody')}</option>
            {actors.map(({ userId, name }) => (
              <option key={userId} value={userId}>
                {isClosedAccount(name) ? account('closedName') : name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="audit-action" label={t('action')}>
        {(wiring) => (
          <Select {...wiring} name="action" defaultValue={filter.action ?? ''}>
            <option value="">{t('everything')}</option>
            {Object.entries(groups).flatMap(([group, actions]) =>
              Object.entries(actions).map(([action, text]) => (
                <option key={`${group}.${action}`} value={`${group}.${action}`}>
                  {text}
                </option>
              )),
            )}
          </Select>
        )}
      </Field>
      <Field id="audit-entity" label={t('entity')}>
        {(wiring) => (
          <Select {...wiring} name="entity" defaultValue={filter.entity ?? ''}>
            <option value="">{t('anything')}</option>
            {Object.entries(entities).map(([entity, text]) => (
              <option key={entity} value={entity}>
                {text}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="audit-id" label={t('id')}>
        {(wiring) => (
          <Input
            {...wiring}
            name="id"
            inputMode="numeric"
            autoComplete="off"
            maxLength={15}
            defaultValue={filter.entityId ?? ''}
          />
        )}
      </Field>
      <div className="flex items-center gap-2">
        <SubmitButton variant="secondary">{show('show')}</SubmitButton>
        {Object.values(filter).some((part) => part !== null) && (
          <Link
            href="/admin/audit"
            className="inline-flex min-h-11 items-center px-2 whitespace-nowrap text-primary underline"
          >
            {show('clear')}
          </Link>
        )}
      </div>
    </form>
  );
}
