import { dayIn } from '../base/days.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Approvers } from './approvers.ts';
import { compareText } from '../base/diagnostic.ts';
import type {
	ArticleFront,
	ChangeFront,
	ContactFront,
	DirectiveFront,
	GuideFront,
	SearchFront,
	SourceFront,
	TermFront
} from './front-matter.ts';
import type { Claim, Fact, Publisher } from './json-files.ts';
import type { Site } from '../../build/site/site-file.ts';
import type { LanguageFront } from './language-front.ts';
import type { Block } from './parse-body.ts';
import type { SourceParts } from './source-parts.ts';
import type { Located } from './yaml/parse-yaml.ts';
import type { Recording } from './parse-recordings.ts';

export type ArticleKind = 'guide' | 'directive';

/** The blocks of an article, which are there even if its front matter could not be read. */
export interface BodyText {
	readonly name: string;
	readonly kind: ArticleKind;
	/** From the path, as is `lang`: a check compares them with the front matter. */
	readonly slug: string;
	readonly lang: LanguageTag;
	readonly blocks: readonly Block[];
}

/** What a translation is compared with. */
interface Translated {
	/**
	 * Hashes of the English that its `sourceHash` may have: of the words that it is a translation of, and
	 * of all. None on English, and where the English cannot be read.
	 */
	readonly originalHashes: readonly string[];
	/** Hashes of the lines of the English that it has words for; of English its own. */
	readonly parts: SourceParts;
	/** Lines of the English that changed since it was translated: `do.3`. None on English. */
	readonly behind: readonly string[];
}

export interface ArticleText<Front extends ArticleFront = ArticleFront>
	extends BodyText, Translated, Located<Front> {
	/** src/content/README.md: compared with a lawyer's `textHash`. */
	readonly textHash: string;
	/** Fields whose words are those of the English: the translation has none for them. */
	readonly untranslated: readonly string[];
	/** Of the whole file but its approvals; absent where nobody approved it. */
	readonly approvalHash?: string | undefined;
}

/** A contact, term or change note in one language. */
export interface SmallText<Front> extends Translated, Located<Front> {
	readonly slug: string;
	readonly lang: LanguageTag;
	readonly textHash: string;
	readonly approvalHash?: string | undefined;
}

/** All languages of one text. English is the source text, the others are translations. */
export type Languages<Text> = ReadonlyMap<LanguageTag, Text>;
/** All texts of one kind, by slug, sorted. */
export type Family<Text> = ReadonlyMap<string, Languages<Text>>;

/** A whole content folder, parsed: what every check and the compiler read from. */
export interface Corpus {
	readonly publisher: Located<Publisher>;
	readonly site: Located<Site>;
	/** Whose passkeys prove an approval. Nobody’s, if the file is not there. */
	readonly approvers: Located<Approvers>;
	readonly guides: Family<ArticleText<GuideFront>>;
	readonly directives: Family<ArticleText<DirectiveFront>>;
	readonly contacts: Family<SmallText<ContactFront>>;
	readonly terms: Family<SmallText<TermFront>>;
	readonly changes: Family<SmallText<ChangeFront>>;
	readonly sources: ReadonlyMap<string, Located<SourceFront>>;
	readonly facts: ReadonlyMap<string, Located<Fact>>;
	readonly claims: ReadonlyMap<string, Located<Claim>>;
	/** How readers ask, by the language that the file's name says. */
	readonly search: ReadonlyMap<string, Located<SearchFront>>;
	/** What must not be lost in translation, by the language that the file's name says. */
	readonly languages: ReadonlyMap<string, Located<LanguageFront>>;
	/** Guides that somebody, or a computer, said aloud. */
	readonly recordings: readonly Recording[];
	/** Every article file, those with broken front matter too. */
	readonly bodies: readonly BodyText[];
	/**
	 * `guide/school-bus`, `source/x`: whatever has an English file, readable or not, so that one broken
	 * file is reported once and not by everything that names it.
	 */
	readonly known: ReadonlySet<string>;
	/** The facts could be read: else nothing that names one is looked at. */
	readonly hasFacts: boolean;
	/** As `hasFacts`, for the claims. */
	readonly hasClaims: boolean;
}

/** Every text of a family, in all its languages. */
export const textsOf = <Text>(family: Family<Text>): Text[] =>
	[...family.values()].flatMap((texts) => [...texts.values()]);

/** The texts of a family that are in this language. */
export const textsIn = <Text>(family: Family<Text>, lang: LanguageTag): Text[] =>
	[...family.values()].flatMap((texts) => texts.get(lang) ?? []);

/** Guides, then directives, in every language that is there. */
export const articlesOf = ({ guides, directives }: Corpus): ArticleText[] => [
	...textsOf<ArticleText>(guides),
	...textsOf<ArticleText>(directives)
];

/** The articles in English, which the others are translations of. */
export const englishOf = (corpus: Corpus): ArticleText[] =>
	articlesOf(corpus).filter(({ lang }) => lang === 'en');

/** The calendar day where the site is, at an instant. */
export const dayAt = ({ site }: Pick<Corpus, 'site'>, instant: Date): string =>
	dayIn(site.fields.timeZone, instant);

/** The day of the newest of these change notes; `undefined` if there is none. */
export const newestChange = (slugs: readonly string[], { changes }: Corpus): string | undefined =>
	slugs
		.flatMap((slug) => changes.get(slug)?.get('en')?.fields.date ?? [])
		.sort(compareText)
		.at(-1);
