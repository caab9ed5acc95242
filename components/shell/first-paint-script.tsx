// Before the first paint: the remembered theme (else the system's holds), the browser's own bars in its
// colour from then on, a mark that scripts run, for controls that need them (`js-only`), and the typeface
// where the browser has it by now. `theme-toggle.tsx` and `for-later.ts` do the rest. The first `<meta>` that holds counts; its colours are in small
// letters, or React would take it at hydration for one of those of `metadata.ts`.
const script = `(function(){
var root=document.documentElement,bar=document.createElement('meta');root.dataset.js='';
bar.name='theme-color';
function show(){bar.content=root.dataset.theme==='dark'?'#0e1413':'#ffffff';document.head.prepend(bar)}
new MutationObserver(show).observe(root,{attributeFilter:['data-theme']});
try{var theme=localStorage.getItem('theme'),sheet=localStorage.getItem('typeface');
if(theme==='light'||theme==='dark')root.dataset.theme=theme;
if(sheet){var link=document.createElement('link');link.rel='stylesheet';link.blocking='render';link.href=sheet;
document.head.append(link);root.dataset.typeface=''}}catch(e){}
})()`;

/**
 * The inline script at the top of every document: in its head, where a style sheet can still hold back paint.
 * @param props.nonce of the request on member and admin pages; public pages allow inline scripts
 */
export function FirstPaintScript({ nonce }: { nonce?: string | undefined }) {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, nothing from outside
    <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />
  );
}
