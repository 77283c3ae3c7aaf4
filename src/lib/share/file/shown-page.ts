import { toCard } from '#lib/edition/card.ts';
import type { Edition } from '#lib/edition/edition.ts';
import { plainText } from '#lib/edition/text/plain-text.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { toText, type Bytes } from '#lib/trust/signed/bytes.ts';
import { inFileOrder, makeFile, parseArticle } from './make-file.ts';
import { cutCarried, type CarriedEdition } from './carried-edition.ts';
import type { FilePage } from './render-file.ts';

/**
 * How the page of a file compares with the signed content in it: `signed`, the same; `other-words`;
 * `changed`, the same words in a page that we would write differently; `not-comparable`, a page that this
 * app cannot render, because it is of another version or in a language that is not on this phone.
 */
export type ShownPage = 'signed' | 'other-words' | 'changed' | 'not-comparable';

export interface OpenedPage {
	/** The whole file. */
	readonly page: Bytes;
	/** The edition that the file carries, as parsed, with its language, article and app version. */
	readonly carried: CarriedEdition;
	/** Its verified content. `undefined` if some of what the page should show is missing. */
	readonly signed: { readonly edition: Edition; readonly lines: readonly string[] } | undefined;
	/** The version of this app. */
	readonly app: string;
	readonly checked: FilePage['checked'];
}

/**
 * Renders the page of a file again and compares. A page that differs is `not-comparable` unless `t` is in
 * the file's language and the same version of the app made the file.
 */
export function judgeShown(t: Translate, opened: OpenedPage): ShownPage {
	const { page, carried, signed, app, checked } = opened;
	const isOurs = carried.app === app && t.lang === carried.lang;
	if (!signed) return 'other-words';
	const { edition, lines } = signed;
	const order = inFileOrder(lines.flatMap(parseArticle).map((it) => toCard(it, '')));
	const fresh = makeFile(t, { carried: { ...carried, lines }, edition, order, checked });
	const found = compareShown(toText(page), fresh.html);
	return found === 'signed' || isOurs ? found : 'not-comparable';
}

/**
 * Compares two pages as text. Not as parsed HTML: nothing of a stranger's file can then load or run, and
 * two parsers cannot disagree about it.
 */
function compareShown(page: string, fresh: string): Exclude<ShownPage, 'not-comparable'> {
	const shown = cutCarried(foldSpace(page));
	const signed = cutCarried(foldSpace(fresh));
	if (!shown || !signed) return 'other-words';
	// a `<` in the carried part could end its template and make the rest visible
	const isHidden = !shown.carried.includes('<');
	if (isHidden && shown.around === signed.around) return 'signed';
	const isSameWords = isHidden && wordsOf(shown.around) === wordsOf(signed.around);
	return isSameWords ? 'changed' : 'other-words';
}

/**
 * Ignores line ends of another system, a byte order mark, and the kind of space that another browser puts
 * into dates. Tags and styles stay as they are: such a space in them would be part of a name.
 */
const foldSpace = (text: string): string =>
	text
		.replaceAll('\r\n', '\n')
		.replace(/^\uFEFF/, '')
		.replace(/<style[^]*?<\/style>|<[^>]*>|[\u00A0\u2007\u2009\u202F]/g, (it) =>
			it.startsWith('<') ? it : ' '
		);

/** The visible words of a page. Only decides which warning is shown: the page differs in any case. */
const wordsOf = (html: string): string =>
	plainText(html.replace(/<style[^]*?<\/style>|<[^>]*>|&nbsp;/g, ' '));
