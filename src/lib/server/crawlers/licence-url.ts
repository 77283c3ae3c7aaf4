/** `CC-BY-4.0` is a name; schema.org and our data give an address. `undefined` for other licences. */
export function licenceUrl(name: string): string | undefined {
	const [, kind, version] = /^CC-([A-Z-]+)-([\d.]+)$/.exec(name) ?? [];
	if (!kind || !version) return undefined;
	return `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`;
}
