/**
 * The typeface package says `font-display: swap`, which moves text when a subset arrives late.
 * `optional` keeps the fallback for that visit instead (interface.md: Type). Done here, so that no
 * copy of the package's 92 faces has to live in this repository.
 */
const optionalFonts = {
  postcssPlugin: 'optional-fonts',
  /** @param {{ walkDecls: (property: string, change: (declaration: { value: string }) => void) => void }} root */
  OnceExit(root) {
    root.walkDecls('font-display', (declaration) => {
      declaration.value = 'optional';
    });
  },
};

export default { plugins: ['@tailwindcss/postcss', optionalFonts] };
