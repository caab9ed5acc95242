// `@/` for dependency-cruiser, which cannot ask TypeScript 7.

export default { resolve: { alias: { '@': import.meta.dirname } } };
