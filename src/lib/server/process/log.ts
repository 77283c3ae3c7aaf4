/** What may stand in a log: numbers, codes and instants. Never an endpoint, an address or a token. */
export type LogFields = Readonly<
	Record<
		string,
		string | number | boolean | null | undefined | Readonly<Partial<Record<string, number>>>
	>
>;

/** One line of JSON on stderr for each event. `alert: true` is for what a person must look at. */
export function log(event: string, fields: LogFields = {}): void {
	const at = new Date().toISOString();
	process.stderr.write(`${JSON.stringify({ at, event, ...fields })}\n`);
}
