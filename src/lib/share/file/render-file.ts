import { CITY_PHONE_TEXT } from '#lib/edition/generated/site.ts';
import { siteOf, toLinkedHtml } from '#lib/edition/address/base-path.ts';
import { escapeMarkup } from '#lib/edition/text/escape-markup.ts';
import type {
	Article,
	Block,
	CallItem,
	Contact,
	Directive,
	Lines,
	SourceRef
} from '#lib/edition/article.ts';
import { articleId } from '#lib/edition/card.ts';
import { fieldLanguage } from '#lib/edition/field-language.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Messages } from '#lib/messages/generated/keys.ts';
import { languages } from '#lib/messages/languages.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { formatDate, formatInstant } from '#lib/reader/text/format-date.ts';
import { messageLanguage } from '#lib/reader/text/in-language.ts';
import type { PlainKey } from '#lib/reader/text/message-keys.ts';
import { statusLooks } from '#lib/reader/cards/statuses.ts';
import { FILE_STYLE } from './file-style.ts';

export interface FilePage {
	readonly lang: LanguageTag;
	readonly edition: Pick<Edition, 'version' | 'issued' | 'publisher' | 'shutdownNotice'>;
	/** In the order in which they are shown: guides first. */
	readonly articles: readonly Article[];
	/** The signed edition for a phone to verify, as `formatCarriedEdition` writes it. */
	readonly carriedHtml: string;
	/** Checks the HTML of an article once more. HTML that fails comes back as plain text. */
	readonly checked: (html: string) => string;
}

/** The page's Content Security Policy: no scripts, images or connections. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * Renders a self-contained page. It opens from a download folder or a chat, offline, in any browser, and
 * can be printed. It does not call itself genuine, because any page could.
 */
export function renderFile(t: Translate, page: FilePage): string {
	const { lang, edition, articles, carriedHtml } = page;
	const [only, second] = articles;
	const title = only && !second ? only.title : t('app_name');
	const issued = formatInstant(messageLanguage(t, 'footer_edition'), edition.issued);
	const number = String(edition.version);
	const address = `${siteOf(edition)}/${lang}/open/`;
	const shown = escapeMarkup(address);
	return `<!doctype html>
<html lang="${t.lang}" dir="${languages[t.lang].dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeMarkup(title)}</title>
<style>${FILE_STYLE}</style>
</head>
<body>
<header>
<p><strong>${escapeMarkup(t('app_name'))}</strong> · ${escapeMarkup(t('footer_edition', { number, date: issued }))}</p>
<p>${escapeMarkup(t('not_advice'))} ${escapeMarkup(t('not_government'))}</p>
${shutdownHtml(t, edition)}<p class="check">${escapeMarkup(t('file_check'))}<br>${isSite(address) ? `<a href="${shown}" dir="ltr">${shown}</a>` : shown}</p>
</header>
${second ? `<h1>${escapeMarkup(t('file_contents'))}</h1>\n${contentsOf(page)}` : ''}
<main>
${articles.map((article) => articleHtml(t, page, article)).join('\n')}
</main>
${carriedHtml}
</body>
</html>
`;
}

/** Who stops, from when on, and whom to ask instead: a file may be read long after that. */
function shutdownHtml(t: Translate, { publisher, shutdownNotice }: FilePage['edition']): string {
	if (!shutdownNotice) return '';
	const date = formatDate(messageLanguage(t, 'shutdown_notice'), shutdownNotice.on);
	const others = shutdownNotice.goTo.map(({ name, url }) => {
		const to = escapeMarkup(name);
		return isSite(url) ? `<a href="${escapeMarkup(url)}" dir="auto">${to}</a>` : to;
	});
	const notice = escapeMarkup(t('shutdown_notice', { publisher: publisher.name, date }));
	return `<p class="label">${notice}<br>${escapeMarkup(t('shutdown_go_to'))} ${others.join(' · ')}</p>\n`;
}

const contentsOf = ({ lang, articles }: FilePage): string =>
	`<ul>${articles
		.map(
			(article) =>
				`<li><a href="#${idOf(article)}"${own(article, lang)}>${escapeMarkup(article.title)}</a></li>`
		)
		.join('')}</ul>`;

const idOf = ({ kind, slug }: Article): string => articleId(kind, slug).replace('/', '-');
const own = ({ lang }: { lang: LanguageTag }, around: LanguageTag): string =>
	lang === around ? '' : ` lang="${lang}" dir="${languages[lang].dir}"`;

/** Whether the publisher's address can be a link. An edition may contain any text there. */
const isSite = (address: string): boolean => /^https?:\/\//.test(address);

function articleHtml(t: Translate, page: FilePage, article: Article): string {
	const site = siteOf(page.edition);
	// links to pages of the app lead to the publisher's site, because a file has no site around it
	const base = isSite(site) ? escapeMarkup(site) : '';
	const html = (text: string): string => toLinkedHtml(page.checked(text), base);
	const date = (key: 'as_of' | 'checked_on', on: string): string =>
		t(key, { date: formatDate(messageLanguage(t, key), on) });
	const dates = [
		date('as_of', article.statusAsOf),
		article.checkedOn ? date('checked_on', article.checkedOn) : t('not_checked')
	];
	return `<article id="${idOf(article)}"${own(article, t.lang)}>
<h2>${escapeMarkup(article.title)}</h2>
<p class="meta"${own({ lang: t.lang }, article.lang)}>${dates.map(escapeMarkup).join(' · ')}</p>
${labelsOf(t, page, article)}
${article.kind === 'guide' ? guideHtml(article, html) : directiveHtml(t, article, html)}
${sourcesHtml(t, article)}
</article>`;
}

function labelsOf(t: Translate, { lang }: FilePage, article: Article): string {
	const { translation, legalReview } = article;
	const label = (key: keyof Messages, text: string): string =>
		labelHtml(t, key, text, article.lang);
	const dated = (key: 'behind_label' | 'lawyer_checked' | 'lawyer_older', on: string): string =>
		label(key, t(key, { date: formatDate(messageLanguage(t, key), on) }));
	const lawyer = {
		none: (): string => label('lawyer_none', t('lawyer_none')),
		done: (): string => dated('lawyer_checked', legalReview.on ?? article.changedOn),
		older: (): string => dated('lawyer_older', legalReview.on ?? article.changedOn)
	}[legalReview.state]();
	return [
		article.lang === lang ? '' : missingLabel(t, article.lang),
		translation?.state === 'behind'
			? dated('behind_label', translation.englishChangedOn ?? translation.on)
			: '',
		translation?.isDraft ? label('draft_label', t('draft_label')) : '',
		lawyer
	].join('');
}

/** A text of the interface, with `lang` if it is not in the article's language. */
const labelHtml = (t: Translate, key: keyof Messages, text: string, around: LanguageTag): string =>
	`<p class="label"${own({ lang: messageLanguage(t, key) }, around)}>${escapeMarkup(text)}</p>`;

const missingLabel = (t: Translate, around: LanguageTag): string =>
	labelHtml(t, 'missing_label', t('missing_label', { phone: CITY_PHONE_TEXT }), around);

type Html = (text: string) => string;

function guideHtml(guide: Extract<Article, { kind: 'guide' }>, html: Html): string {
	return [
		linesHtml(guide.do, html, guide.lang, 'ol'),
		`<h3>${escapeMarkup(guide.call.heading)}</h3><ul>${guide.call.items.map((it) => callHtml(it, html)).join('')}</ul>`,
		linesHtml(guide.say, html, guide.lang),
		linesHtml(guide.dont, html, guide.lang),
		blockHtml(guide.ifWrong, html, guide.lang),
		linesHtml(guide.papers, html, guide.lang),
		blockHtml(guide.why, html, guide.lang),
		blockHtml(guide.unconfirmed, html, guide.lang)
	].join('');
}

/** Fields of a directive with words that may be in English. */
type Words =
	'statusNote' | 'issuer' | 'appliesTo' | 'doesNotApplyTo' | 'scopePlace' | 'scopePeople';

/** Stands for words inside a text of the app. */
const PLACE = '\u0000';

function directiveHtml(t: Translate, directive: Directive, html: Html): string {
	const { status, scopePlace, scopePeople, statusNote, lang } = directive;
	const fact = (key: PlainKey, field: 'issuer' | 'appliesTo' | 'doesNotApplyTo'): string =>
		`${escapeMarkup(t(key))}: ${ofField(field)}`;
	const ofField = (field: Words): string => {
		const words = escapeMarkup(directive[field] ?? '');
		const around = own({ lang: fieldLanguage(directive, field) }, lang);
		return around === '' ? words : `<span${around}>${words}</span>`;
	};
	const details = [directive.says, directive.limits, directive.changed, directive.unconfirmed];
	const firstInEnglish = details.find((block) => block && (block.lang ?? lang) !== lang);
	const around = (text: string, field: Words): string =>
		escapeMarkup(text).replace(PLACE, () => ofField(field));
	const state = [
		status && escapeMarkup(t(statusLooks[status].label)),
		scopePlace && around(t('scope_place', { place: PLACE }), 'scopePlace'),
		scopePeople && around(t('scope_people', { people: PLACE }), 'scopePeople')
	].filter((line) => line !== undefined && line !== '');
	return [
		state.length > 0 ? `<p><strong>${state.join(' · ')}</strong></p>` : '',
		statusNote ? `<p>${ofField('statusNote')}</p>` : '',
		blockHtml(directive.short, html, lang),
		`<p>${fact('fact_issuer', 'issuer')}<br>`,
		`${fact('fact_applies_to', 'appliesTo')}<br>`,
		`${fact('fact_not_applies_to', 'doesNotApplyTo')}</p>`,
		...details.flatMap((block) => [
			block && block === firstInEnglish ? missingLabel(t, lang) : '',
			blockHtml(block, html, lang)
		])
	].join('');
}

function blockHtml(block: Block | undefined, html: Html, around: LanguageTag): string {
	if (!block) return '';
	const lang = own({ lang: block.lang ?? around }, around);
	const text = html(block.html);
	return `<h3${lang}>${escapeMarkup(block.heading)}</h3>${lang === '' ? text : `<div${lang}>${text}</div>`}`;
}

function linesHtml(
	lines: Lines | undefined,
	html: Html,
	lang: LanguageTag,
	list: 'ol' | 'ul' = 'ul'
): string {
	if (!lines) return '';
	const items = lines.items.map(({ html: own, english }) => {
		const beside =
			english === undefined ? '' : `<br><small${besideLang(lang)}>${html(english)}</small>`;
		return `<li>${html(own)}${beside}</li>`;
	});
	return `<h3>${escapeMarkup(lines.heading)}</h3><${list}>${items.join('')}</${list}>`;
}

const besideLang = (around: LanguageTag): string => own({ lang: 'en' }, around);

function callHtml(item: CallItem, html: Html): string {
	if ('html' in item) return `<li>${html(item.html)}</li>`;
	const { contact } = item;
	return `<li>${escapeMarkup(contact.name)}${reachHtml(contact)}</li>`;
}

function reachHtml({ phone, display, url }: Contact): string {
	if (phone)
		return `: <a href="tel:${escapeMarkup(phone)}" dir="ltr">${escapeMarkup(display ?? phone)}</a>`;
	return url ? `: <a href="${escapeMarkup(url)}" dir="ltr">${escapeMarkup(url)}</a>` : '';
}

function sourcesHtml(t: Translate, { sources, lang }: Article): string {
	const heading = t('sources_count', { number: String(sources.length) });
	const item = ({ title, publisher, url, docDate }: SourceRef): string => {
		const date = docDate === null ? t('undated') : formatDate(t.lang, docDate);
		return `<li><a href="${escapeMarkup(url)}" rel="noreferrer">${escapeMarkup(title)}</a>, ${escapeMarkup(publisher)}, ${escapeMarkup(date)}</li>`;
	};
	return `<h3${own({ lang: t.lang }, lang)}>${escapeMarkup(heading)}</h3><ul class="sources" lang="en" dir="ltr">${sources.map(item).join('')}</ul>`;
}
