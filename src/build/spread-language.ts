import type { PreprocessorGroup } from 'svelte/compiler';

/** `{...own}`, `{...inLanguage(lang, t.lang)}`: on an element, what tells its language. */
const SPREAD = /\{\.\.\.(own|(?:inLanguage|ownOf)\((?:[^()]|\([^()]*\))*\))\}/g;

/**
 * Writes the two attributes that tell an element's language as two, where a component spreads them: for
 * attributes whose names it does not know Svelte brings 1.7 kB of code, and nothing else here needs it.
 */
export const spreadLanguage: PreprocessorGroup = {
	name: 'handrail-spread-language',
	markup: ({ content }) => ({
		code: content.replaceAll(SPREAD, (_, own: string) => `lang={${own}.lang} dir={${own}.dir}`)
	})
};
