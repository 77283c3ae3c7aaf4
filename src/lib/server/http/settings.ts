import * as v from 'valibot';

/** Everything that the environment may say to the server, and what holds where it says nothing. */
const Settings = v.object({
	PORT: v.optional(
		v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number), v.maxValue(65535)),
		'4173'
	),
	/** Only this machine, unless the operator opens it. */
	HOST: v.optional(v.pipe(v.string(), v.nonEmpty()), '127.0.0.1'),
	ORIGIN: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\/[^/]+$/))),
	/** The edition's folder. Served from here, so that a publish shows without a restart. */
	PUBLISHED_DIR: v.optional(v.pipe(v.string(), v.nonEmpty()), 'static/published')
});

export interface ServerSettings {
	readonly port: number;
	readonly host: string;
	readonly origin: string;
	readonly publishedDir: string;
}

const REMEDIES: Record<string, string> = {
	PORT: 'PORT must be a number from 0 to 65535, such as PORT=4173.',
	HOST: 'HOST must be an address of this machine, such as HOST=127.0.0.1.',
	ORIGIN: 'ORIGIN must be the public address without a path, such as ORIGIN=https://example.org.',
	PUBLISHED_DIR: 'PUBLISHED_DIR must be a folder, such as PUBLISHED_DIR=static/published.'
};

/** Throws one error that names every wrong setting and says what it must be. */
export function parseSettings(environment: Record<string, string | undefined>): ServerSettings {
	const result = v.safeParse(Settings, environment);
	if (!result.success) {
		const names = new Set(result.issues.map(({ path }) => String(path?.[0]?.key)));
		throw new Error([...names].map((name) => REMEDIES[name] ?? name).join('\n'));
	}
	const { PORT: port, HOST: host, PUBLISHED_DIR: publishedDir } = result.output;
	const origin = result.output.ORIGIN ?? `http://localhost:${String(port)}`;
	return { port, host, origin, publishedDir };
}
