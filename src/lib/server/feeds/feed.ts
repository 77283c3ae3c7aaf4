import { siteOf } from '#lib/edition/address/base-path.ts';
import type { ChangeNote } from '#lib/edition/article.ts';
import { articlePath, type Card } from '#lib/edition/card.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { changesPath, noteUri } from '#lib/server/published/addresses.ts';
import { translationLabels } from '#lib/server/published/article-labels.ts';
import { noteHtml, noteText, type FeedArticle } from './note-body.ts';

/** One change note, as both feed formats need it. */
export interface FeedEntry {
	/** Unique, and never changes. */
	readonly id: string;
	readonly url: string;
	/** The language of the note's own text. */
	readonly lang: LanguageTag;
	/** What changed. */
	readonly title: string;
	readonly html: string;
	readonly text: string;
	/** RFC 3339. */
	readonly date: string;
	readonly importance: ChangeNote['importance'];
	readonly audiences: ChangeNote['audiences'];
	readonly articles: readonly FeedArticle[];
}

/** The change notes of one language, newest first. */
export interface Feed {
	readonly lang: LanguageTag;
	readonly title: string;
	readonly description: string;
	readonly publisher: string;
	readonly site: string;
	readonly icon: string;
	/** The page that shows the same. */
	readonly url: string;
	readonly updated: string;
	readonly entries: readonly FeedEntry[];
}

/** Notes have a day, and feeds need an instant. Noon in UTC is the same day from Alaska to India. */
const instantOf = (day: string): string => `${day}T12:00:00Z`;

/** The content of a language's feeds. `cards` give the titles of the articles that notes name. */
export function toFeed(
	{
		edition,
		notes,
		cards
	}: { edition: Edition; notes: readonly ChangeNote[]; cards: readonly Card[] },
	t: Translate
): Feed {
	const site = siteOf(edition);
	const { lang } = t;
	const url = `${site}${changesPath(lang)}`;

	const entries = notes.map((note): FeedEntry => {
		const articles = cards
			.filter(({ id }) => note.articles.includes(id))
			.map(({ id, title }) => ({ id, title, url: `${site}${articlePath(lang, id)}` }));
		const warnings = translationLabels(t, lang, note);
		const labels = [...warnings, t('not_advice')];
		const { importance, audiences } = note;
		return {
			id: noteUri(site, lang, note),
			url: `${url}#${note.slug}`,
			lang: note.lang,
			// many feed readers show only the title
			title: warnings.length > 0 ? `${note.what} (${warnings.join(' ')})` : note.what,
			html: noteHtml(t, note, articles, labels),
			text: noteText(t, note, articles, labels),
			date: instantOf(note.date),
			importance,
			audiences,
			articles
		};
	});
	return {
		lang,
		title: `${t('app_name')}: ${t('changes_title')}`,
		description: t('not_advice'),
		publisher: edition.publisher.name,
		site,
		icon: `${site}/icons/icon-512.png`,
		url,
		updated: entries[0]?.date ?? edition.issued,
		entries
	};
}
