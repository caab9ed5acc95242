import enForms from '@/lib/i18n/messages/en/forms.json';
import koForms from '@/lib/i18n/messages/ko/forms.json';
import type { FormRefusal } from './form-door';

const TEXTS = { ko: koForms.door, en: enForms.door };

/** As `app/global-error.tsx`: readable in both themes without a file of the shop. */
const STYLE =
  ':root{color-scheme:light dark}body{font:16px/1.6 system-ui;max-width:32rem;margin:0 auto;padding:48px 16px}a{font-weight:600;color:inherit}';

/** `{ body, contentType }` of the answer to a form that was not let in. */
export interface RefusedFormPage {
  body: string;
  contentType: string;
}

/**
 * What whoever sent a refused form reads, in the page's language: a small document with the way
 * back, or its text alone for a script.
 *
 * @param pathname outside address that was posted to; leads back
 */
export function refusedFormPage(
  refusal: FormRefusal,
  { pathname, byScript }: { pathname: string; byScript: boolean },
): RefusedFormPage {
  const lang = /^\/en(?:\/|$)/.test(pathname) ? 'en' : 'ko';
  const texts = TEXTS[lang];
  const { title, text } = texts[`${refusal}`];
  // Exactly this type is what Next's client reads the reason from.
  if (byScript) return { body: `${title} ${text}`, contentType: 'text/plain' };
  const body = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title} · ${texts.shop}</title><style>${STYLE}</style><main><h1>${title}</h1><p>${text}</p><p><a href="${escapeAttribute(pathname)}">${texts.reload}</a></p></main></html>`;
  return { body, contentType: 'text/html; charset=utf-8' };
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
