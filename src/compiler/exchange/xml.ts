const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;'
};

/** Text as it stands in XML, between tags or in double quotes. */
export const escapeXml = (text: string): string =>
	text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
