/**
 * Adds a style sheet to the page, and returns how to remove it. This is the one way that the page's
 * policy allows to scripts; so the CSS is not part of every first visit. A browser that lacks it
 * (before Safari 16.4) shows the words in order, without layout.
 */
export function adoptStyle(css: string): () => void {
	if (!('adoptedStyleSheets' in document)) return () => undefined;
	const style = new CSSStyleSheet();
	style.replaceSync(css);
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
	return () => {
		document.adoptedStyleSheets = document.adoptedStyleSheets.filter((it) => it !== style);
	};
}
