/**
 * Adds a style sheet for as long as it is needed, by the one way that the page's policy leaves to a
 * script. So its bytes are not in the document of every first visit. A browser without it (before Safari
 * 16.4) shows the words in their order.
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
