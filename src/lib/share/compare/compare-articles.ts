import type { Article, Block, Lines } from '#lib/edition/article.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { formatDate } from '#lib/reader/text/format-date.ts';
import { plainText } from '#lib/edition/text/plain-text.ts';
import { statusLooks } from '#lib/reader/cards/statuses.ts';
import { compareWords, type WordChanges } from '#lib/edition/text/compare-words.ts';

/** A part of an article whose words changed. */
export interface ChangedPart extends WordChanges {
	readonly heading: string;
}

interface Part {
	readonly heading: string;
	readonly text: string;
}

/** The parts whose words differ, in the order of the newer article. Removed parts come last. */
export function compareArticles(t: Translate, before: Article, after: Article): ChangedPart[] {
	const [old, now] = [partsOf(t, before), partsOf(t, after)];
	const keys = new Set([...now.keys(), ...old.keys()]);
	return [...keys].flatMap((key) => {
		const [was, is] = [old.get(key), now.get(key)];
		if (was?.text === is?.text) return [];
		const heading = is?.heading ?? was?.heading ?? '';
		return [{ heading, ...compareWords(was?.text ?? '', is?.text ?? '') }];
	});
}

/** The parts of an article as plain text, by a key that stays when a heading changes. */
function partsOf(t: Translate, article: Article): Map<string, Part> {
	const parts = new Map<string, Part>();
	const add = (key: string, heading: string, text: string | undefined): void => {
		if (text !== undefined && text !== '') parts.set(key, { heading, text });
	};
	const addBlock = (key: string, block: Block | undefined): void => {
		if (block) add(key, block.heading, textOf(block.html));
	};
	const addLines = (key: string, lines: Lines | undefined): void => {
		if (!lines) return;
		add(key, lines.heading, lines.items.map(({ html }) => plainText(html)).join('\n'));
	};

	add('title', t('compare_heading'), article.title);
	add('summary', t('compare_summary'), article.summary);
	if (article.kind === 'guide') {
		addLines('do', article.do);
		addLines('say', article.say);
		add('call', article.call.heading, article.call.items.map(callText).join('\n'));
		addLines('dont', article.dont);
		addBlock('ifWrong', article.ifWrong);
		addLines('papers', article.papers);
		addBlock('why', article.why);
	} else {
		const { status, scopePlace, scopePeople, statusNote } = article;
		const state = [status && t(statusLooks[status].label), scopePlace, scopePeople, statusNote];
		add('status', t('compare_status'), state.filter((line) => line !== undefined).join('\n'));
		addBlock('short', article.short);
		addBlock('says', article.says);
		addBlock('limits', article.limits);
		addBlock('changed', article.changed);
		add('issuer', t('fact_issuer'), article.issuer);
		add('appliesTo', t('fact_applies_to'), article.appliesTo);
		add('doesNotApplyTo', t('fact_not_applies_to'), article.doesNotApplyTo);
		add('inForceFrom', t('fact_in_force_from'), dateText(t, article.inForceFrom));
		add('endedOn', t('fact_ended'), dateText(t, article.endedOn));
	}
	addBlock('unconfirmed', article.unconfirmed);
	return parts;
}

/** HTML to plain text, with each paragraph and item on its own line. */
const textOf = (html: string): string =>
	html
		.split(/<\/(?:p|li)>/)
		.map(plainText)
		.filter((line) => line !== '')
		.join('\n');

function callText(item: Extract<Article, { kind: 'guide' }>['call']['items'][number]): string {
	if ('html' in item) return plainText(item.html);
	const { name, display, phone, url } = item.contact;
	return `${name}: ${display ?? phone ?? url ?? ''}`;
}

const dateText = (t: Translate, date: string | undefined): string | undefined =>
	date && formatDate(t.lang, date);
