import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { ArticleText, Corpus, Family, SmallText } from '../read/corpus.ts';
import { proseIn, type Prose } from './prose.ts';
import { isMarkedCurrent, partsBehind, type Translatable } from './translation-state.ts';

/** A line of a translation, and the English that it says. */
export interface AlignedLine {
	readonly english: string;
	readonly own: Prose;
}

/** A field or a block in both languages. */
export interface AlignedPlace {
	readonly english: readonly Prose[];
	readonly own: readonly Prose[];
}

/** A translation beside its English. */
export interface AlignedText {
	/** `guide/school-bus` */
	readonly id: string;
	readonly lang: LanguageTag;
	/** Whether all of it is of the English as it stands: of a part that is not, only its own words say anything. */
	readonly isCurrent: boolean;
	readonly english: readonly Prose[];
	readonly own: readonly Prose[];
	/** What is in both, but for the parts that are behind. */
	readonly places: readonly AlignedPlace[];
	/** Line by line, where a place has as many in both. */
	readonly lines: readonly AlignedLine[];
}

/** All translations of a corpus, each beside its English. */
export function alignedTexts({
	guides,
	directives,
	contacts,
	terms,
	changes
}: Corpus): AlignedText[] {
	return [
		...inFamily('guide', guides),
		...inFamily('directive', directives),
		...inFamily('contact', contacts),
		...inFamily('term', terms),
		...inFamily('change', changes)
	];
}

type Text = (ArticleText | SmallText<object>) & Translatable;

const inFamily = (kind: string, family: Family<Text>): AlignedText[] =>
	[...family].flatMap(([slug, texts]) => {
		const english = texts.get('en');
		if (!english) return [];
		const translations = [...texts.values()].filter((it) => it !== english);
		return translations.map((text) => align(`${kind}/${slug}`, text, english));
	});

function align(id: string, text: Text, original: Text): AlignedText {
	const [own, english] = [proseIn(text), proseIn(original)];
	const inEnglish = byPlace(english);
	const behind = partsBehind(text);
	const places = [...byPlace(own)].flatMap(([place, lines]) => {
		const originals = behind.has(place.replace('#', '')) ? undefined : inEnglish.get(place);
		return originals ? [{ english: originals, own: lines }] : [];
	});
	const lines = places
		.filter((place) => place.english.length === place.own.length)
		.flatMap((place) =>
			place.own.map((line, index) => ({ own: line, english: place.english[index]?.text ?? '' }))
		);
	return { id, lang: text.lang, isCurrent: isMarkedCurrent(text), english, own, places, lines };
}

function byPlace(prose: readonly Prose[]): ReadonlyMap<string, readonly Prose[]> {
	const places = new Map<string, Prose[]>();
	for (const line of prose) places.set(line.place, [...(places.get(line.place) ?? []), line]);
	return places;
}
