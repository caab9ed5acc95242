import { Notice } from '@/components/ui/notice';
import { type EditedSinceView, fieldText } from '@/lib/views/edited-since';

type EditedSinceNoticeProps = {
  since: EditedSinceView;
  /** Says who saved. */
  message: string;
  /** What each field is called; one without a name shows as it is stored. */
  labels: Record<string, string>;
  /** What to call a value that is no text of its own: nothing, true, false. */
  words: { empty: string; true: string; false: string };
};

/** Tells who saved second what changed since the page was opened, field by field. */
export function EditedSinceNotice({ since, message, labels, words }: EditedSinceNoticeProps) {
  const show = (value: EditedSinceView['changes'][number]['now']) =>
    typeof value === 'boolean' ? words[`${value}`] : fieldText(value) || words.empty;
  return (
    <Notice tone="warning" announce="alert" title={message}>
      <ul className="list-disc space-y-1 pl-5">
        {since.changes.map(({ field, was, now }) => (
          <li key={field} data-changed={field}>
            <strong>{labels[field] ?? field}</strong>: <bdi>{show(was)}</bdi> →{' '}
            <b>
              <bdi>{show(now)}</bdi>
            </b>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
