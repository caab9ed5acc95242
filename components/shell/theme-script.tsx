// Runs before the first paint: applies the remembered theme (else the system's holds), marks that
// scripts run (`data-js`, for controls that need them), and serves every theme button.
const script = `(function(){
var root=document.documentElement,key='theme';
try{var saved=localStorage.getItem(key);if(saved==='light'||saved==='dark')root.dataset.theme=saved}catch(e){}
root.dataset.js='';
document.addEventListener('click',function(event){
if(!(event.target instanceof Element)||!event.target.closest('[data-theme-toggle]'))return;
var dark=root.dataset.theme?root.dataset.theme==='dark':matchMedia('(prefers-color-scheme: dark)').matches;
root.dataset.theme=dark?'light':'dark';
try{localStorage.setItem(key,root.dataset.theme)}catch(e){}
});
})()`;

/**
 * The inline script behind the theme button, for the head of every root layout.
 * @param nonce of the request on member and admin pages; public pages allow inline scripts
 */
export function ThemeScript({ nonce }: { nonce?: string | undefined }) {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, nothing from outside
    <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />
  );
}
