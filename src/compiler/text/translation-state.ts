import type { Article } from '#lib/edition/article.ts';
import type { LegalReview, Translation } from '../read/front-matter.ts';
import type { Located } from '../read/parse-yaml.ts';

/** A text that is English or a translation, as far as the checks of translations look at it. */
export interface Translatable extends Located<{ readonly translation?: Translation | undefined }> {
	readonly slug: string;
	readonly lang: string;
	readonly originalHashes: readonly string[];
}

/** Stands for `sourceHash` in a new translation until `edition:hash -- --write` has filled it in. */
export const UNFILLED_HASH = '0'.repeat(64);

/**
 * Whether a translation says that it is of the English as it stands now. One that is behind the
 * English may differ from it: phones label it so.
 */
export const isMarkedCurrent = (text: Translatable): boolean =>
	text.fields.translation?.sourceHash === UNFILLED_HASH || isOfTheEnglish(text);

const isOfTheEnglish = ({ fields: { translation }, originalHashes }: Translated): boolean =>
	translation !== undefined && originalHashes.includes(translation.sourceHash);

interface Translated {
	readonly fields: { readonly translation?: Translation | undefined };
	readonly originalHashes: readonly string[];
}

interface Original {
	readonly textHash: string;
}

type TranslationState = NonNullable<Article['translation']>;

/** A translation that no second person has checked is a draft, whatever its `method` says. */
export const isDraft = ({ method, checkedBy }: Translation): boolean =>
	method === 'draft' || checkedBy === undefined;

/** Absent on English. `englishChangedOn`: the day of the newest change of the English text, if known. */
export function translationState(
	text: Translated,
	englishChangedOn?: string
): TranslationState | undefined {
	const { translation } = text.fields;
	if (!translation) return undefined;
	const draft = isDraft(translation);
	const on = draft ? translation.on : (translation.checkedOn ?? translation.on);
	if (!isOfTheEnglish(text)) {
		return { state: 'behind', isDraft: draft, on, ...(englishChangedOn && { englishChangedOn }) };
	}
	return { state: draft ? 'draft' : 'checked', isDraft: draft, on };
}

/** A lawyer looks at the English: in every language the state is that of the English text. */
export function legalState(review: LegalReview, { textHash }: Original): Article['legalReview'] {
	if (review.state === 'none') return { state: 'none' };
	return { state: review.textHash === textHash ? 'done' : 'older', on: review.on };
}
