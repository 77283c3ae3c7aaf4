import type {
	Article,
	Block,
	CallItem,
	ChangeNote,
	Contact,
	Lines,
	Term
} from '#lib/edition/article.ts';
import { articleId } from '#lib/edition/card.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { plainText } from '#lib/edition/text/plain-text.ts';

/**
 * The words of a text in one language, by the parts that an editor knows: `title`, `{#do}`. What is only
 * about a text (its review, approvals, sources) is not in it.
 */
export interface ReadText {
	/** `guide/school-bus`, `contact/city-line`, `term/warrant`, `change/2026-11-24-first-edition`. */
	readonly id: string;
	readonly lang: LanguageTag;
	readonly title: string;
	readonly parts: ReadonlyMap<string, string>;
}

type Parts = readonly (readonly [part: string, text: string | undefined])[];

const textOf = (id: string, lang: LanguageTag, title: string, parts: Parts): ReadText => {
	const present = parts.flatMap(([part, text]) => (text ? [[part, text] as const] : []));
	return { id, lang, title, parts: new Map(present) };
};

/** The part that a block of this anchor is. */
export const blockPart = (anchor: string): string => `{#${anchor}}`;

export function articleText(article: Article): ReadText {
	const { kind, slug, lang, title, summary } = article;
	const own = article.kind === 'guide' ? guideParts(article) : directiveParts(article);
	const parts: Parts = [['title', title], ['summary', summary], ...own];
	return textOf(articleId(kind, slug), lang, title, parts);
}

type Of<Kind extends Article['kind']> = Extract<Article, { kind: Kind }>;

const guideParts = (guide: Of<'guide'>): Parts => [
	[blockPart('do'), linesText(guide.do)],
	[blockPart('say'), linesText(guide.say)],
	[blockPart('call'), guide.call.items.map(callText).join('\n')],
	...guide.call.items.flatMap((item) => ('contact' in item ? [calledContact(item.contact)] : [])),
	[blockPart('dont'), linesText(guide.dont)],
	[blockPart('if-wrong'), blockText(guide.ifWrong)],
	[blockPart('papers'), linesText(guide.papers)],
	[blockPart('why'), blockText(guide.why)],
	[blockPart('unconfirmed'), blockText(guide.unconfirmed)]
];

/** Fields that stand in the table of a directive, as they are written. */
const TABLE = [
	...(['officialName', 'issuer', 'appliesTo', 'doesNotApplyTo', 'status', 'statusNote'] as const),
	...(['scopePlace', 'scopePeople', 'court', 'orderDate', 'appeal', 'issuedOn'] as const),
	...(['inForceFrom', 'endedOn', 'replacedByNote'] as const)
];

const directiveParts = (directive: Of<'directive'>): Parts => [
	...TABLE.map((field) => [field, directive[field]] as const),
	['replacedBy', directive.replacedBy.join(', ')],
	[blockPart('short'), blockText(directive.short)],
	[blockPart('says'), blockText(directive.says)],
	[blockPart('limits'), blockText(directive.limits)],
	[blockPart('changed'), blockText(directive.changed)],
	[blockPart('unconfirmed'), blockText(directive.unconfirmed)]
];

export function contactText(contact: Contact): ReadText {
	const { slug, lang, name, does, display, phone, hours, url, email, cost } = contact;
	const parts: Parts = [
		['name', name],
		['does', does],
		['phone', phone ?? undefined],
		['display', display],
		['hours', hours ? hoursText(hours) : undefined],
		['cost', cost],
		['url', url],
		['email', email]
	];
	return textOf(`contact/${slug}`, lang, name, parts);
}

export const termText = ({ slug, lang, term, plain }: Term): ReadText =>
	textOf(`term/${slug}`, lang, term, [
		['term', term],
		['plain', plain]
	]);

export function noteText(note: ChangeNote): ReadText {
	const { slug, lang, date, importance, articles, what, why, doNow, before } = note;
	const parts: Parts = [
		['date', date],
		['importance', importance],
		['articles', articles.join(', ')],
		['what', what],
		['why', why],
		['doNow', doNow],
		['before', before]
	];
	return textOf(`change/${slug}`, lang, what, parts);
}

/** Words and where their links lead: a link that leads elsewhere is another text. */
const wordsOf = (html: string): string =>
	plainText(html.replaceAll(/<a href="([^"]*)">(.*?)<\/a>/g, '$2 ($1)'));

/** Paragraphs and items each on a line of their own. */
const blockText = (block: Block | undefined): string | undefined =>
	block?.html
		.split(/<\/(?:p|li)>/)
		.map(wordsOf)
		.filter((line) => line !== '')
		.join('\n');

const linesText = (lines: Lines | undefined): string | undefined =>
	lines?.items.map(({ html }) => wordsOf(html)).join('\n');

const callText = (item: CallItem): string =>
	'html' in item ? wordsOf(item.html) : contactPart(item.contact.slug);

/** The part that a contact makes up in each guide that calls it: it can change without the guide's file. */
export const contactPart = (slug: string): string => `contact:${slug}`;

function calledContact({ slug, name, display, phone, url, hours }: Contact): Parts[number] {
	const times = hours ? ` (${hoursText(hours)})` : '';
	return [contactPart(slug), `${name}: ${display ?? phone ?? url ?? ''}${times}`];
}

const hoursText = (hours: NonNullable<Contact['hours']>): string =>
	hours.map(({ days, open, close }) => `${days.join(' ')} ${open}–${close}`).join(', ');
