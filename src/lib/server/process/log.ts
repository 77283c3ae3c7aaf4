/**
 * What a line of the log may have besides its time and its event: numbers, codes and instants. Never an
 * endpoint, an IP address or a token. The page about what we hold lists these names.
 */
export const LOG_FIELDS = [
	'alert',
	'answers',
	'code',
	'count',
	'daysLeft',
	'edition',
	'error',
	'host',
	'isNew',
	'kind',
	'pauseMs',
	'problem',
	'reason',
	'released',
	'severity',
	'state',
	'version',
	'waiting',
	'what'
] as const;

type LogValue =
	string | number | boolean | null | undefined | Readonly<Partial<Record<string, number>>>;
export type LogFields = Readonly<Partial<Record<(typeof LOG_FIELDS)[number], LogValue>>>;

/** Writes one line of JSON to stderr. `alert: true` marks what a person must look at. */
export function log(event: string, fields: LogFields = {}): void {
	const at = new Date().toISOString();
	process.stderr.write(`${JSON.stringify({ at, event, ...fields })}\n`);
}
