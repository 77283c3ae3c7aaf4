import type { Article } from './article.ts';
import type { CardSource } from './card-source.ts';
import type { LanguageTag } from './language-tags.ts';
import type { Audience, Form, Level, Status, Urgency } from './vocabulary.ts';

/** What lists need of an article: made from its blob, by the compiler's tests and by the phone. */
export interface Card {
	readonly id: string;
	readonly kind: Article['kind'];
	readonly slug: string;
	readonly lang: LanguageTag;
	readonly title: string;
	readonly summary: string;
	readonly level: Level;
	readonly audiences: readonly Audience[];
	readonly statusAsOf: string;
	readonly reviewBy: string;
	readonly changedOn: string;
	/** The newest of its last change and its checks. Absent in what an earlier release stored. */
	readonly reviewedOn?: string;
	readonly changes: readonly string[];
	readonly isDraft: boolean;
	readonly urgency?: Urgency;
	readonly scenario?: string;
	readonly status?: Status;
	readonly form?: Form;
	/** For "a court has stopped part of it": where. */
	readonly scopePlace?: string;
	readonly sha256: string;
}

export const articleId = (kind: Article['kind'], slug: string): string => `${kind}/${slug}`;

/** The path of an article's page: `/en/guides/school-bus/`. `id` is `guide/school-bus`. */
export const articlePath = (lang: LanguageTag, id: string): string =>
	`/${lang}/${id.replace('/', 's/')}/`;

/** What to call an article whose title is not here: "school bus". */
export const nameOfId = (id: string): string => id.replace(/^\w+\//, '').replaceAll('-', ' ');

/** Of the members of a listing, the guides and directives. */
export const isArticleId = (id: string): boolean => /^(guide|directive)\//.test(id);

export function toCard(article: CardSource, sha256: string): Card {
	const { kind, slug, lang, title, summary, level, audiences } = article;
	const { statusAsOf, reviewBy, changedOn, changes, translation } = article;
	const { urgency, scenario, status, form, scopePlace } = article;
	const translatedOn = translation?.isDraft === false ? translation.on : undefined;
	const reviews = [changedOn, article.checkedOn, translatedOn].filter((day) => day != null);
	const reviewedOn = reviews.sort().at(-1) ?? changedOn;
	const base = { id: articleId(kind, slug), kind, slug, lang, title, summary, level, audiences };
	const isDraft = translation?.isDraft ?? false;
	return {
		...base,
		...{ statusAsOf, reviewBy, changedOn, reviewedOn, changes, isDraft, sha256 },
		...(urgency && { urgency }),
		...(scenario && { scenario }),
		...(status && { status }),
		...(form && { form }),
		...(scopePlace && { scopePlace })
	};
}
