const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** Text for an element or a quoted attribute, in HTML and XML alike. */
export const escapeMarkup = (text: string): string =>
	text.replace(/[&<>"']/g, (found) => ENTITIES[found] ?? found);
