import type { Edition } from '#lib/edition/edition.ts';
import type { Found, OpenArticle } from '#lib/edition/library.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { translationLabels, type Translated } from '#lib/server/published/article-labels.ts';
import type { PublishedLibrary } from '#lib/server/published/published-library.ts';
import { articleSummary } from './article-data.ts';
import { stampOf } from './edition-data.ts';
import { sourcesData } from './sources-data.ts';

type Rows = (
	library: PublishedLibrary,
	edition: Edition,
	t: Translate
) => Promise<readonly object[]>;

const rowsOf = <T>(found: Found<readonly T[]>): readonly T[] =>
	'found' in found ? found.found : [];

const labelled = (t: Translate, found: Found<readonly Translated[]>): object[] =>
	rowsOf(found).map((row) => ({ ...row, labels: translationLabels(t, t.lang, row) }));

async function openAll(library: PublishedLibrary, { lang }: Translate): Promise<OpenArticle[]> {
	const cards = rowsOf(await library.cards(lang));
	const opened = cards.map(({ kind, slug }) => library.article(lang, kind, slug));
	return (await Promise.all(opened)).flatMap((it) => ('found' in it ? [it.found] : []));
}

const LISTS: Readonly<Record<string, Rows>> = {
	articles: async (library, edition, t) =>
		(await openAll(library, t)).map((open) => articleSummary(edition, t, open)),
	sources: async (library, _edition, t) => sourcesData(await openAll(library, t)),
	terms: async (library, _edition, t) => labelled(t, await library.terms(t.lang)),
	contacts: async (library, _edition, t) => labelled(t, await library.contacts(t.lang)),
	changes: async (library, _edition, t) => labelled(t, await library.changeNotes(t.lang))
};

/** The names of a language's lists: `/data/<lang>/<name>.json`. */
export const LIST_NAMES = Object.keys(LISTS);

/** The list of a language by its name; `undefined` if there is no such list. */
export async function listData(
	name: string,
	library: PublishedLibrary,
	t: Translate
): Promise<object | undefined> {
	const rows = Object.hasOwn(LISTS, name) ? LISTS[name] : undefined;
	if (!rows) return;
	const edition = await library.edition();
	const notice = t('not_advice');
	return { ...stampOf(edition), lang: t.lang, notice, [name]: await rows(library, edition, t) };
}
