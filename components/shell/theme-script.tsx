// Before the first paint: the remembered theme (else the system's holds), the browser's own bars in its
// colour from then on, and a mark that scripts run, for controls that need them (`js-only`).
// `theme-toggle.tsx` does the rest. The first `<meta>` that holds counts; its colours are in small
// letters, or React would take it at hydration for one of those of `metadata.ts`.
const script = `(function(){
var root=document.documentElement,bar=document.createElement('meta');root.dataset.js='';
bar.name='theme-color';
function show(){bar.content=root.dataset.theme==='dark'?'#0e1413':'#ffffff';document.head.prepend(bar)}
new MutationObserver(show).observe(root,{attributeFilter:['data-theme']});
try{var theme=localStorage.getItem('theme');if(theme==='light'||theme==='dark')root.dataset.theme=theme}catch(e){}
})()`;

/**
 * The inline script at the top of every document.
 * @param props.nonce of the request on member and admin pages; public pages allow inline scripts
 */
export function ThemeScript({ nonce }: { nonce?: string | undefined }) {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, nothing from outside
    <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />
  );
}
