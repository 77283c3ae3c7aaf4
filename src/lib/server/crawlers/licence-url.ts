/** The address of a licence, such as `CC-BY-4.0`. `undefined` for licences that we do not know. */
export function licenceUrl(name: string): string | undefined {
	const [, kind, version] = /^CC-([A-Z-]+)-([\d.]+)$/.exec(name) ?? [];
	if (!kind || !version) return undefined;
	return `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`;
}
