import type { SearchWords } from './search-words.ts';

/** One language of the edition on screen, as far as search reads it. */
export interface SearchTexts {
	/** Absent where the edition has none, or is not here. */
	readonly words: SearchWords | undefined;
	/** The articles that are listed, each as the JSON that was signed. */
	readonly articles: readonly { readonly id: string; readonly text: string }[];
}

/** What search on the phone looks through: one per article and language, all that its page says. */
export interface SearchDocument {
	/** `guide/<slug>` or `directive/<slug>`. */
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	/** Sentences of what to do, to say and not to do; of a directive, what it is in short. */
	readonly steps: readonly string[];
	/** Sentences of the rest. */
	readonly rest: readonly string[];
	/** Those of them that are English beside or below another language. */
	readonly english: ReadonlySet<string>;
}

const STEPS = ['do', 'say', 'dont', 'call', 'ifWrong', 'short'];
const REST = [
	...['why', 'unconfirmed', 'papers', 'says', 'limits', 'changed', 'officialName', 'issuer'],
	...['appliesTo', 'doesNotApplyTo', 'statusNote', 'scopePlace', 'scopePeople', 'court'],
	'replacedByNote'
];
/** Of what stands in a block: the rest of a contact are numbers, days and addresses. */
const TEXTS = ['heading', 'items', 'html', 'english', 'contact', 'name', 'does', 'display'];

/** A paragraph, a point of a list. */
const PARTS = /<\/?(?:p|li|ul|ol)>/;
/** Where a sentence ends, with the quotation mark behind it. */
const ENDS = /([.!?؟۔।]["”’»]?) |([。！？][”」』]?)/g;

/**
 * Throws where it is no article that a list could show. The rest is taken as far as it is text: what
 * is wrong deeper in an article is found when it is opened.
 */
export function toSearchDocument(
	id: string,
	json: unknown,
	plainText: (html: string) => string
): SearchDocument {
	const { title, summary } = fieldsOf(json);
	if (typeof title !== 'string' || typeof summary !== 'string') throw new Error('Damaged text');
	const sentencesOf = (html: string): string[] =>
		html
			.split(PARTS)
			.flatMap((part) => plainText(part).replace(ENDS, '$1$2\n').split('\n'))
			.filter((sentence) => sentence !== '');
	const { inEnglish } = fieldsOf(json);
	const left: readonly unknown[] = Array.isArray(inEnglish) ? inEnglish : [];
	const english = new Set<string>();
	const sentences = (names: readonly string[]): string[] =>
		names.flatMap((name) =>
			[...textsOf(fieldsOf(json)[name], left.includes(name))].flatMap(({ text, isEnglish }) => {
				const found = sentencesOf(text);
				if (isEnglish) for (const sentence of found) english.add(sentence);
				return found;
			})
		);
	return { id, title, summary, steps: sentences(STEPS), rest: sentences(REST), english };
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null;

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
	isFields(value) ? value : {};

interface Found {
	readonly text: string;
	readonly isEnglish: boolean;
}

function* textsOf(value: unknown, isEnglish: boolean): Generator<Found> {
	if (typeof value === 'string') yield { text: value, isEnglish };
	else if (Array.isArray(value)) for (const item of value) yield* textsOf(item, isEnglish);
	else if (isFields(value)) {
		const isAll = isEnglish || value['lang'] === 'en';
		for (const name of TEXTS) yield* textsOf(value[name], isAll || name === 'english');
	}
}
