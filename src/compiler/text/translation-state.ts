import type { Article } from '#lib/edition/article.ts';
import type { LegalReview, Translation } from '../read/front-matter.ts';

interface Translated {
	readonly fields: { readonly translation?: Translation | undefined };
}

interface Original {
	readonly textHash: string;
}

type TranslationState = NonNullable<Article['translation']>;

/** src/content/README.md: a draft is what no second person has checked, whatever its author says. */
export const isDraft = ({ method, checkedBy }: Translation): boolean =>
	method === 'draft' || checkedBy === undefined;

/** Absent on English. `englishChangedOn`: the day of the newest change of the English text, if known. */
export function translationState(
	{ fields: { translation } }: Translated,
	{ textHash }: Original,
	englishChangedOn?: string
): TranslationState | undefined {
	if (!translation) return undefined;
	const draft = isDraft(translation);
	const on = draft ? translation.on : (translation.checkedOn ?? translation.on);
	if (translation.sourceHash !== textHash) {
		return { state: 'behind', isDraft: draft, on, ...(englishChangedOn && { englishChangedOn }) };
	}
	return { state: draft ? 'draft' : 'checked', isDraft: draft, on };
}

/** A lawyer looks at the English: in every language the state is that of the English text. */
export function legalState(review: LegalReview, { textHash }: Original): Article['legalReview'] {
	if (review.state === 'none') return { state: 'none' };
	return { state: review.textHash === textHash ? 'done' : 'older', on: review.on };
}
