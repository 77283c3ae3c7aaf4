/** A field that a command writes into a source file, on one line. */
export interface NotedField {
	readonly name: 'archived' | 'words';
	readonly value: string;
}

/**
 * Writes a field into a source file and leaves every other byte as it is. `undefined` if it stands there
 * over several lines, as only a person can have written it.
 */
export function noteInSource(text: string, { name, value }: NotedField): string | undefined {
	const line = `${name}: ${value}`;
	const standing = new RegExp(`^${name}:(.*)$`, 'm').exec(text);
	if (!standing) return `${text.replace(/\n*$/, '\n')}${line}\n`;
	return standing[1]?.trim() === '' ? undefined : text.replace(standing[0], () => line);
}
