/** What may be logged: numbers, codes and instants. Never an endpoint, an IP address or a token. */
export type LogFields = Readonly<
	Record<
		string,
		string | number | boolean | null | undefined | Readonly<Partial<Record<string, number>>>
	>
>;

/** Writes one line of JSON to stderr. `alert: true` marks what a person must look at. */
export function log(event: string, fields: LogFields = {}): void {
	const at = new Date().toISOString();
	process.stderr.write(`${JSON.stringify({ at, event, ...fields })}\n`);
}
