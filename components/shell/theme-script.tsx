// Before the first paint: the remembered theme (else the system's holds), and a mark that scripts
// run, for controls that need them (`js-only`). `theme-toggle.tsx` does the rest.
const script = `(function(){
var root=document.documentElement;root.dataset.js='';
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
