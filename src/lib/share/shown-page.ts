import { toCard } from '#lib/edition/card.ts';
import type { Edition } from '#lib/edition/edition.ts';
import { plainText } from '#lib/edition/plain-text.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { toText, type Bytes } from '#lib/trust/bytes.ts';
import { inFileOrder, makeFile, parseArticle } from './make-file.ts';
import { cutCarried, type PassedEdition } from './passed-file.ts';
import type { FilePage } from './render-file.ts';

/**
 * What a file's page shows, against what is signed: the same; other words; the same words, but
 * something else of the page is not as we write it; or a page that this app cannot write again, of
 * another version or in a language that is not on this phone.
 */
export type ShownPage = 'signed' | 'other-words' | 'changed' | 'not-comparable';

export interface OpenedPage {
	/** The file, whole. */
	readonly page: Bytes;
	/** What it says of itself: its language, its article, and the app that made it. */
	readonly passed: PassedEdition;
	/** What of it is signed. `undefined`: not all that it ought to show. */
	readonly signed: { readonly edition: Edition; readonly lines: readonly string[] } | undefined;
	/** The version of this app. */
	readonly app: string;
	readonly checked: FilePage['checked'];
}

/** `t` is in the file's language, or in English where the phone lacks it. */
export function judgeShown(t: Translate, opened: OpenedPage): ShownPage {
	const { page, passed, signed, app, checked } = opened;
	const isOurs = passed.app === app && t.lang === passed.lang;
	if (!signed) return 'other-words';
	const { edition, lines } = signed;
	const order = inFileOrder(lines.flatMap(parseArticle).map((it) => toCard(it, '')));
	const fresh = makeFile(t, { passed: { ...passed, lines }, edition, order, checked });
	const found = compareShown(toText(page), fresh.html);
	return found === 'signed' || isOurs ? found : 'not-comparable';
}

/**
 * Letter by letter, and not as a browser reads it: nothing of a file is parsed, so nothing of it can
 * load, run, or be read here in another way than there.
 */
function compareShown(page: string, fresh: string): Exclude<ShownPage, 'not-comparable'> {
	const shown = cutCarried(foldSpace(page));
	const signed = cutCarried(foldSpace(fresh));
	if (!shown || !signed) return 'other-words';
	// a mark in what is carried could end its template, and what follows would be seen
	const isHidden = !shown.carried.includes('<');
	if (isHidden && shown.around === signed.around) return 'signed';
	const isSameWords = isHidden && wordsOf(shown.around) === wordsOf(signed.around);
	return isSameWords ? 'changed' : 'other-words';
}

/**
 * Line ends of another system, a byte order mark, and dates with the space of another browser. Not in
 * a tag or in the look: there such a space is a letter, and the name another one.
 */
const foldSpace = (text: string): string =>
	text
		.replaceAll('\r\n', '\n')
		.replace(/^\uFEFF/, '')
		.replace(/<style[^]*?<\/style>|<[^>]*>|[\u00A0\u2007\u2009\u202F]/g, (it) =>
			it.startsWith('<') ? it : ' '
		);

/** Only to choose the sentence: either way the page is not as it was signed. */
const wordsOf = (html: string): string =>
	plainText(html.replace(/<style[^]*?<\/style>|<[^>]*>|&nbsp;/g, ' '));
