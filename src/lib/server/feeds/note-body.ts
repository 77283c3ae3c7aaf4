import type { ChangeNote } from '#lib/edition/article.ts';
import { languages } from '#lib/messages/languages.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { escapeXml } from '#lib/edition/text/escape-xml.ts';

/** An article that a change note names. */
export interface FeedArticle {
	readonly id: string;
	readonly title: string;
	readonly url: string;
}

/** A heading and its text, in the order of the page "What changed". */
const partsOf = (t: Translate, note: ChangeNote): (readonly [string, string])[] =>
	(
		[
			[t('change_do'), note.doNow],
			[t('change_why'), note.why],
			[t('change_before'), note.before]
		] as const
	).filter(([, text]) => text);

const importanceOf = (t: Translate, { importance }: ChangeNote): string =>
	t(importance === 'major' ? 'change_important' : 'change_small');

/** The body of a change note as HTML, with all text escaped. */
export function noteHtml(
	t: Translate,
	note: ChangeNote,
	articles: readonly FeedArticle[],
	labels: readonly string[]
): string {
	const own = note.lang === t.lang ? '' : ` lang="${note.lang}" dir="ltr"`;
	const parts = partsOf(t, note).map(
		([heading, text]) =>
			`<p><strong>${escapeXml(heading)}</strong><br><span${own}>${escapeXml(text)}</span></p>`
	);
	const links = articles.map(
		({ title, url }) => `<li><a href="${escapeXml(url)}">${escapeXml(title)}</a></li>`
	);
	const list = `<p>${escapeXml(t('change_articles'))}</p><ul>${links.join('')}</ul>`;
	const all = `<p>${escapeXml(t('change_all_articles'))}</p>`;
	const body = [
		`<p>${escapeXml(importanceOf(t, note))}</p>`,
		`<p${own}>${escapeXml(note.what)}</p>`,
		...parts,
		links.length > 0 ? list : note.articles.length === 0 ? all : '',
		...labels.map((label) => `<p><em>${escapeXml(label)}</em></p>`)
	].join('');
	return `<div lang="${t.lang}" dir="${languages[t.lang].dir}">${body}</div>`;
}

/** The same as plain text, one item a line. */
export function noteText(
	t: Translate,
	note: ChangeNote,
	articles: readonly FeedArticle[],
	labels: readonly string[]
): string {
	return [
		importanceOf(t, note),
		note.what,
		...partsOf(t, note).map(([heading, text]) => `${heading}: ${text}`),
		...articles.map(({ title, url }) => `${title} ${url}`),
		...(note.articles.length === 0 ? [t('change_all_articles')] : []),
		...labels
	].join('\n');
}
