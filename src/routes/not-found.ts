import { browser } from '$app/environment';
import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { toHref, toPath } from '#lib/edition/address/base-path.ts';
import { articlePath, isArticleId } from '#lib/edition/card.ts';
import { isLanguageTag, LANGUAGE_TAGS, type LanguageTag } from '#lib/edition/language-tags.ts';
import { findPage } from '#lib/reader/address/find-page.ts';
import { library } from '#lib/reader/state/provided-library.ts';
import { startLanguage } from '#lib/reader/state/start-language.ts';

/** An article as far as it can be offered. Its title is in the language that was at hand. */
interface Titled {
	readonly id: string;
	readonly title: string;
	readonly lang: LanguageTag;
}

const FILE = /\.(?!html?$)[a-z0-9]{2,11}$/i;
const LIST_MS = 5000;
const Listed = v.object({
	articles: v.array(v.object({ id: v.pipe(v.string(), v.check(isArticleId)), title: v.string() }))
});

/**
 * For an address that no page has: leads on to the page that was surely meant, or ends with what may
 * have been meant, for the error page to offer.
 */
export async function notFound({ pathname }: URL): Promise<never> {
	const path = toPath(pathname) ?? '/';
	// a picture or a script that is missing is nobody's slip
	if (FILE.test(path)) error(404, 'not-found');
	const tag = path.split('/')[1] ?? '';
	const lang = isLanguageTag(tag) ? tag : undefined;
	const preferred = await startLanguage();
	const edition = await library().edition();
	const tags = edition?.languages.map((it) => it.lang) ?? LANGUAGE_TAGS;
	const articles = await articlesHere([lang, preferred, 'en', ...tags]);
	const found = findPage(path, { tags, ids: articles.map(({ id }) => id), preferred });

	if (found.kind === 'page' && found.path !== path) return leadTo(found.path);
	if (found.kind === 'choose') error(404, { message: 'not-found', near: found });
	if (found.kind === 'page') error(404, 'not-found');
	// the page that offers is one of a language
	if (found.lang !== lang) return leadTo(`/${found.lang}${found.rest}`);
	const titles = new Map(
		articles.map((article) => [articlePath(found.lang, article.id), article] as const)
	);
	const offers = found.paths.map((rest) => {
		const article = titles.get(`/${found.lang}${rest}`);
		return { rest, ...(article && { title: article.title, lang: article.lang }) };
	});
	error(404, { message: 'not-found', near: { kind: 'offer', offers } });
}

/** As a document, which is there where this phone has no text yet. The path is one of our own. */
async function leadTo(path: string): Promise<never> {
	if (!browser) redirect(307, toHref(path));
	location.replace(toHref(path));
	return new Promise(() => undefined);
}

/** In the first of these languages that is here; else as the host lists them, in English. */
async function articlesHere(langs: readonly (LanguageTag | undefined)[]): Promise<Titled[]> {
	for (const lang of new Set(langs)) {
		const cards = lang && (await library().cards(lang));
		if (cards && 'found' in cards) return [...cards.found];
	}
	return browser ? listed().catch(() => []) : [];
}

async function listed(): Promise<Titled[]> {
	const signal = AbortSignal.timeout?.(LIST_MS);
	const response = await fetch(toHref('/data/en/articles.json'), { signal });
	const { articles } = v.parse(Listed, await response.json());
	return articles.map(({ id, title }) => ({ id, title, lang: 'en' }));
}
