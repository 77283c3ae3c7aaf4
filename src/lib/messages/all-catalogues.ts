import type { Catalogue } from './translate.ts';

/** Every language at once: for prerendering alone. A browser fetches the one that it shows. */
export const catalogues = import.meta.glob<Catalogue>('./generated/*.json', {
	import: 'default',
	eager: true
});
