import type { Language } from './generated/keys.ts';
import { translator, type Catalogue, type Translate } from './translate.ts';

const urls = import.meta.glob<string>('./generated/*.json', {
	// a small file would become a `data:` address, which the page's policy refuses
	query: '?url&no-inline',
	import: 'default',
	eager: true
});

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;

/** The file of one language, named by its hash. */
export const catalogueUrl = (lang: Language): string => urls[`./generated/${lang}.json`] ?? '';

const translators = new Map<Language, Promise<Translate>>();

/** The texts of one language; in English, and saying so, where a phone never had that language. */
export async function loadMessages(lang: Language): Promise<Translate> {
	if (import.meta.env.SSR) {
		const { catalogues } = await import('./all-catalogues.ts');
		return translator(catalogues[`./generated/${lang}.json`] as Catalogue);
	}
	// the promise is kept, so that page and status line ask for one file once
	const translate = translators.get(lang) ?? findCatalogue(lang).then(translator);
	translators.set(lang, translate);
	// English in place of a missing language is not kept: the next page may find the file
	if ((await translate).lang !== lang) translators.delete(lang);
	return translate;
}

/** Never rejects: Kit's error page would take the place of a readable document. */
async function findCatalogue(lang: Language): Promise<Catalogue> {
	for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
		const own = await fetchCatalogue(lang).catch(() => undefined);
		if (own) return own;
		// the app is on this phone, but this language never was: English, and `lang` says so
		const hasWorker = Boolean(navigator.serviceWorker?.controller);
		const english = hasWorker ? await fetchCatalogue('en').catch(() => undefined) : undefined;
		if (english) return english;
		await new Promise((resolve) => setTimeout(resolve, waitMs));
	}
}

async function fetchCatalogue(lang: Language): Promise<Catalogue> {
	const response = await fetch(catalogueUrl(lang));
	if (!response.ok) throw new Error(`catalogue ${lang}: ${String(response.status)}`);
	// ours: of the same build, and named by its hash
	return (await response.json()) as Catalogue;
}
