/** Words on a page, or how they begin and end. */
interface Words {
	readonly start: string;
	readonly end?: string | undefined;
}

/** A comma, an ampersand and a hyphen mean something in it, and the last is left alone by URLs. */
const encoded = (words: string): string => encodeURIComponent(words).replaceAll('-', '%2D');

/**
 * What stands behind the `#` of a link so that a browser opens the page at these words and marks them:
 * https://wicg.github.io/scroll-to-text-fragment/. One that does not know it opens the page.
 */
export const textFragment = ({ start, end }: Words): string =>
	`:~:text=${[start, end].flatMap((it) => (it === undefined ? [] : encoded(it))).join(',')}`;
