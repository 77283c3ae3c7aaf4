import type { Article } from '#lib/edition/article.ts';
import type { LegalReview, Translation } from '../read/front-matter.ts';
import type { Block } from '../read/parse-body.ts';
import type { Located } from '../read/yaml/parse-yaml.ts';

/** A text that is English or a translation, as far as the checks of translations look at it. */
export interface Translatable extends Located<{ readonly translation?: Translation | undefined }> {
	readonly slug: string;
	readonly lang: string;
	/** Lines of the English that changed since: `do.3`. */
	readonly behind: readonly string[];
}

/**
 * Whether a translation says that it is of the English as it stands now. One that is behind the
 * English may differ from it: phones label it so.
 */
export const isMarkedCurrent = ({ behind }: Pick<Translatable, 'behind'>): boolean =>
	behind.length === 0;

/** The block or field of a line: `do` of `do.3`. */
export const partOf = (line: string): string => line.replace(/\.\d+$/, '');

/** The blocks and fields that have a line which is behind. */
export const partsBehind = ({ behind }: Pick<Translatable, 'behind'>): ReadonlySet<string> =>
	new Set(behind.map(partOf));

type Translated = Pick<Translatable, 'behind'> & {
	readonly fields: { readonly translation?: Translation | undefined };
};

interface Original {
	readonly textHash: string;
}

type TranslationState = NonNullable<Article['translation']>;

/** A translation that no second person has checked is a draft, whatever its `method` says. */
export const isDraft = ({ method, checkedBy }: Translation): boolean =>
	method === 'draft' || checkedBy === undefined;

/**
 * The blocks that are behind, where nothing else is: each then says so where it stands. `undefined` where the
 * text as a whole has to say it.
 */
export function blocksBehind({
	behind,
	blocks,
	fields
}: Translated & { readonly blocks: readonly Block[] }): ReadonlySet<string> | undefined {
	if (behind.length === 0 || fields.translation?.sourceParts === undefined) return undefined;
	const anchors = new Set(blocks.map(({ anchor }) => anchor));
	const parts = partsBehind({ behind });
	return [...parts].every((part) => anchors.has(part)) ? parts : undefined;
}

/** Absent on English. `englishChangedOn`: the day of the newest change of the English text, if known. */
export function translationState(
	text: Translated,
	englishChangedOn?: string
): TranslationState | undefined {
	const { translation } = text.fields;
	if (!translation) return undefined;
	const draft = isDraft(translation);
	const on = draft ? translation.on : (translation.checkedOn ?? translation.on);
	if (!isMarkedCurrent(text)) {
		return { state: 'behind', isDraft: draft, on, ...(englishChangedOn && { englishChangedOn }) };
	}
	return { state: draft ? 'draft' : 'checked', isDraft: draft, on };
}

/** A lawyer looks at the English: in every language the state is that of the English text. */
export function legalState(review: LegalReview, { textHash }: Original): Article['legalReview'] {
	if (review.state === 'none') return { state: 'none' };
	return { state: review.textHash === textHash ? 'done' : 'older', on: review.on };
}
