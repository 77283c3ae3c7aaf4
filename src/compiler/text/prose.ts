import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { articlesOf, textsOf, type BodyText, type Corpus } from '../read/corpus.ts';
import { unitsOf } from '../read/parse-body.ts';
import type { Located } from '../read/yaml/parse-yaml.ts';

/** A piece of running text that readers see: a field, a paragraph or a list item. */
export interface Prose {
	/** The file. */
	readonly name: string;
	readonly line: number;
	readonly lang: LanguageTag;
	readonly text: string;
	/** The field, or the anchor of the block: `title`, `#do`. */
	readonly place: string;
}

/** Fields in our own words: official names and names of courts are not. */
const FIELDS = [
	...['title', 'summary', 'statusNote', 'scopePlace', 'scopePeople', 'replacedByNote'],
	...['appliesTo', 'doesNotApplyTo', 'does', 'plain', 'what', 'why', 'doNow', 'before']
];

/** All words of the corpus, in every language. */
export function proseOf(corpus: Corpus): Prose[] {
	const { contacts, terms, changes } = corpus;
	const small: Text[] = [...textsOf(contacts), ...textsOf(terms), ...textsOf(changes)];
	return [
		...[...articlesOf(corpus), ...small].flatMap(fieldsOf),
		...corpus.bodies.flatMap(bodyProse)
	];
}

/** The running text of an article's blocks. */
export const bodyProse = ({
	name,
	lang,
	blocks
}: Pick<BodyText, 'name' | 'lang' | 'blocks'>): Prose[] =>
	blocks.flatMap((block) =>
		unitsOf(block).map(({ line, text }) => ({ name, lang, line, text, place: `#${block.anchor}` }))
	);

/** The fields and the blocks of one text, in its own language. */
export const proseIn = (text: Text & Partial<Pick<BodyText, 'blocks'>>): Prose[] => {
	const { name, lang, blocks = [] } = text;
	return [...fieldsOf(text), ...bodyProse({ name, lang, blocks })];
};

interface Text extends Located<object> {
	readonly lang: LanguageTag;
	readonly untranslated?: readonly string[];
}

function fieldsOf({ name, lang, fields, lineOf, untranslated = [] }: Text): Prose[] {
	const values = new Map<string, unknown>(Object.entries(fields));
	return FIELDS.flatMap((place) => {
		const text = values.get(place);
		const isOwn = typeof text === 'string' && !untranslated.includes(place);
		return isOwn ? [{ name, lang, line: lineOf([place]), text, place }] : [];
	});
}
