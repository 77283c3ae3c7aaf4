const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** XML 1.0 has no way to write these, not even escaped: one would make the whole feed unreadable. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text for an element or a quoted attribute, in XML and HTML alike. */
export const escapeXml = (text: string): string =>
	text.replace(NOT_IN_XML, '').replace(/[&<>"']/g, (found) => ENTITIES[found] ?? found);
