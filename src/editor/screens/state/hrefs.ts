/** Where a text is edited: `guides/car-stop/en.md` at `/articles/guides/car-stop/en`. */
export const editorHref = (path: string): string => `/articles/${path.replace(/\.md$/, '')}`;

/** Where it is approved. */
export const approveHref = (path: string): string => `/approve/${path.replace(/\.md$/, '')}`;

/** Where it is translated, beside its English. */
export const translateHref = (path: string): string => `/translate/${path.replace(/\.md$/, '')}`;

/** What there is to translate into a language; into which one, for none. */
export const translationsHref = (lang: string): string =>
	lang === '' ? '/translations' : `/translations/${lang}`;

/** The other way: articles alone have a page, and they are Markdown. */
export const pathOf = (param: string): string => (param.includes('.') ? param : `${param}.md`);

/** The page of a reader that a text makes; `undefined` where it makes none. */
export function readerHref(path: string): string | undefined {
	const [, kind, slug, lang] = /^(guides|directives)\/([\w-]+)\/([\w-]+)\.md$/.exec(path) ?? [];
	return kind && slug && lang ? `/${lang}/${kind}/${slug}/` : undefined;
}
