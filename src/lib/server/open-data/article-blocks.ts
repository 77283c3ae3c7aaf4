import type { Article, Block, CallItem, Lines } from '#lib/edition/article.ts';
import { plainText } from '#lib/edition/text/plain-text.ts';

/** Running text, or a list of items. The HTML has only the elements that an edition may contain. */
interface DataBlock {
	/** The anchor of the block in the source: `do`, `if-wrong`, `unconfirmed` … */
	readonly name: string;
	readonly heading: string;
	readonly html?: string;
	readonly text?: string;
	readonly items?: readonly object[];
}

const running = (name: string, block: Block | undefined): DataBlock[] =>
	block ? [{ name, ...block, text: plainText(block.html) }] : [];

/** `english` accompanies what nobody has checked, and every line to be said aloud. */
const toItem = ({ html, english }: { html: string; english?: string | undefined }): object => {
	return { html, text: plainText(html), ...(english && { english: plainText(english) }) };
};

const lines = (name: string, list: Lines | undefined): DataBlock[] =>
	list ? [{ name, heading: list.heading, items: list.items.map(toItem) }] : [];

const toCall = (item: CallItem): object =>
	'contact' in item ? { contact: item.contact } : toItem(item);

/** The blocks of an article in the order of its page, as HTML and as plain text. */
export function articleBlocks(article: Article): DataBlock[] {
	if (article.kind === 'directive') {
		return [
			...running('short', article.short),
			...running('says', article.says),
			...running('limits', article.limits),
			...running('changed', article.changed),
			...running('unconfirmed', article.unconfirmed)
		];
	}
	const { heading, items } = article.call;
	return [
		...lines('do', article.do),
		...lines('say', article.say),
		{ name: 'call', heading, items: items.map(toCall) },
		...lines('dont', article.dont),
		...running('if-wrong', article.ifWrong),
		...running('why', article.why),
		...running('unconfirmed', article.unconfirmed)
	];
}
