import * as v from 'valibot';
import { isLoopbackHost, isLoopbackOrigin } from '#lib/edition/address/is-loopback.ts';
import { isVapidSubject } from '#lib/server/web-push/vapid-subject.ts';
import { StartError } from './start-error.ts';

const text = v.pipe(v.string(), v.nonEmpty());
const origin = v.pipe(v.string(), v.regex(/^https?:\/\/[^/\s?#@]+$/), v.url());
const whole = (least: number, most: number) =>
	v.pipe(
		v.string(),
		v.regex(/^\d{1,9}$/),
		v.transform(Number),
		v.minValue(least),
		v.maxValue(most)
	);

/** The environment variables of the server, with their defaults. */
const Environment = v.object({
	PORT: v.optional(whole(0, 65535), '4173'),
	/** Reachable from this machine only, unless the operator opens it. */
	HOST: v.optional(text, '127.0.0.1'),
	ORIGIN: v.optional(origin),
	/** The path that the app was built for. */
	BASE_PATH: v.optional(v.pipe(v.string(), v.regex(/^(\/[\w.-]+)*\/?$/)), ''),
	/** The folder of the edition. It is served from there, so that a publish needs no restart. */
	PUBLISHED_DIR: v.optional(text, 'static/published'),
	/** Absent: SQLite, in `DATABASE_FILE`. */
	DATABASE_URL: v.optional(v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\/\S+$/), v.url())),
	DATABASE_FILE: v.optional(text, '.data/handrail.sqlite'),
	VAPID_DIR: v.optional(text, '.keys/vapid'),
	VAPID_SUBJECT: v.optional(v.pipe(v.string(), v.check(isVapidSubject))),
	SENDER: v.optional(v.picklist(['on', 'off']), 'on'),
	HOLD_MINUTES: v.optional(whole(0, 1440), '10'),
	/** An announcement that is not finished this long after its hold raises an alert. */
	WATCHDOG_MINUTES: v.optional(whole(1, 10_080), '60'),
	OPERATOR_TOKEN: v.optional(v.pipe(v.string(), v.regex(/^[\x21-\x7e]{24,256}$/))),
	TRUST_PROXY: v.optional(whole(0, 8), '0'),
	SUBSCRIPTIONS_PER_MINUTE: v.optional(whole(1, 1_000_000), '600'),
	/** The most that strangers can fill: 0.6 GB, and twenty minutes of one sender for each notice. */
	MAX_SUBSCRIPTIONS: v.optional(whole(1, 100_000_000), '1000000'),
	/** Hosts under one suffix. Microsoft has about a hundred; anything beyond is invented. */
	MAX_PUSH_HOSTS: v.optional(whole(1, 100_000), '1000'),
	PUSH_TEST_ORIGIN: v.optional(origin)
});

/** The server's settings, checked. */
export interface ServerSettings {
	readonly port: number;
	readonly host: string;
	/** The public address, without a slash at its end. */
	readonly origin: string;
	/** The path of the app on its host: `/handrail`, or empty for the whole host. */
	readonly basePath: string;
	/** The public address of the app: `origin` and `basePath`. */
	readonly address: string;
	/** `origin` names this machine, by default or by the operator's word: what is for trying is allowed. */
	readonly isLocal: boolean;
	readonly publishedDir: string;
	readonly databaseUrl: string | undefined;
	readonly databaseFile: string;
	readonly vapidDir: string;
	/** The contact for push services: a `mailto:` or `https:` address. */
	readonly vapidSubject: string;
	/** Whether this process runs a sender. */
	readonly isSending: boolean;
	readonly holdMinutes: number;
	readonly watchdogMinutes: number;
	readonly operatorToken: string | undefined;
	/** How many proxies of the operator are in front of the server. */
	readonly proxyHops: number;
	readonly subscriptionsPerMinute: number;
	readonly maxSubscriptions: number;
	/** Different hosts under one suffix of the allow-list, such as `.notify.windows.com`. */
	readonly maxPushHosts: number;
	/** A push service for tests, allowed besides the real ones. */
	readonly pushTestOrigin: string | undefined;
}

const REMEDIES: Readonly<Record<string, string>> = {
	PORT: 'PORT must be a number from 0 to 65535, such as PORT=4173.',
	BASE_PATH: 'BASE_PATH must be the path that the app was built for, such as BASE_PATH=/handrail.',
	HOST: 'HOST must be an address of this machine, such as HOST=127.0.0.1.',
	ORIGIN:
		'ORIGIN must be the public address without a path, such as ORIGIN=https://example.org. A path goes into BASE_PATH.',
	PUBLISHED_DIR: 'PUBLISHED_DIR must be a folder, such as PUBLISHED_DIR=static/published.',
	DATABASE_URL:
		'DATABASE_URL must be a PostgreSQL address, such as postgres://handrail@127.0.0.1/handrail. Without it, SQLite is used.',
	DATABASE_FILE: 'DATABASE_FILE must be a file, such as DATABASE_FILE=.data/handrail.sqlite.',
	VAPID_DIR: 'VAPID_DIR must be a folder, such as VAPID_DIR=.keys/vapid.',
	VAPID_SUBJECT:
		'VAPID_SUBJECT must say whom push services may write to, at an address that can exist: mailto:you@example.org or https://example.org/contact.',
	SENDER: 'SENDER must be on or off. Off: run "npm run sender" beside the server.',
	HOLD_MINUTES: 'HOLD_MINUTES must be a number from 0 to 1440, such as HOLD_MINUTES=10.',
	WATCHDOG_MINUTES: 'WATCHDOG_MINUTES must be a number from 1 to 10080, such as 60.',
	OPERATOR_TOKEN:
		'OPERATOR_TOKEN must have 24 to 256 characters without spaces. Make one: openssl rand -base64 33',
	TRUST_PROXY: 'TRUST_PROXY must be the number of proxies before the server, 0 to 8.',
	SUBSCRIPTIONS_PER_MINUTE: 'SUBSCRIPTIONS_PER_MINUTE must be a number from 1 to 1000000.',
	MAX_SUBSCRIPTIONS: 'MAX_SUBSCRIPTIONS must be a number from 1 to 100000000.',
	MAX_PUSH_HOSTS: 'MAX_PUSH_HOSTS must be a number from 1 to 100000.',
	PUSH_TEST_ORIGIN: 'PUSH_TEST_ORIGIN must be an address without a path, for tests only.'
};

/** For trying it out on this machine: no real push service ever sees it. */
const LOCAL_SUBJECT = 'mailto:operator@example.org';

/** Parses the environment. Throws one error that names every wrong setting and says what it must be. */
export function parseSettings(environment: Record<string, string | undefined>): ServerSettings {
	// an empty value in an env file, such as `OPERATOR_TOKEN=`, means the same as no line
	const given = Object.fromEntries(Object.entries(environment).filter(([, it]) => it !== ''));
	const result = v.safeParse(Environment, given);
	if (!result.success) {
		const names = new Set(result.issues.map(({ path }) => String(path?.[0]?.key)));
		throw new StartError([...names].map((name) => REMEDIES[name] ?? name).join('\n'));
	}
	const it = result.output;
	const publicOrigin = it.ORIGIN ?? `http://localhost:${String(it.PORT)}`;
	const isLocal = isLoopbackOrigin(publicOrigin);
	const basePath = it.BASE_PATH.replace(/\/$/, '');
	const settings: ServerSettings = {
		port: it.PORT,
		host: it.HOST,
		origin: publicOrigin,
		basePath,
		address: publicOrigin + basePath,
		isLocal,
		publishedDir: it.PUBLISHED_DIR,
		databaseUrl: it.DATABASE_URL,
		databaseFile: it.DATABASE_FILE,
		vapidDir: it.VAPID_DIR,
		vapidSubject: it.VAPID_SUBJECT ?? (isLocal ? LOCAL_SUBJECT : publicOrigin),
		isSending: it.SENDER === 'on',
		holdMinutes: it.HOLD_MINUTES,
		watchdogMinutes: it.WATCHDOG_MINUTES,
		operatorToken: it.OPERATOR_TOKEN,
		proxyHops: it.TRUST_PROXY,
		subscriptionsPerMinute: it.SUBSCRIPTIONS_PER_MINUTE,
		maxSubscriptions: it.MAX_SUBSCRIPTIONS,
		maxPushHosts: it.MAX_PUSH_HOSTS,
		pushTestOrigin: it.PUSH_TEST_ORIGIN
	};
	if (it.ORIGIN === undefined && !isLoopbackHost(it.HOST)) throw new StartError(unnamed(it.HOST));
	refuse(checkTogether(settings));
	return settings;
}

/** By the address alone nobody can tell readers from the operator's own container. */
const unnamed = (host: string): string =>
	`HOST is ${host}, where other computers can reach the server, and ORIGIN is not set. ` +
	'Set ORIGIN to the address that readers open, such as ORIGIN=https://example.org. ' +
	'To try it on this machine, take HOST away; in a container whose port no other machine reaches, ' +
	'set ORIGIN=http://localhost:4173.';

/** Problems of settings that are each valid alone, but not together. */
function* checkTogether(settings: ServerSettings): Generator<string> {
	const { isLocal, vapidSubject, pushTestOrigin, holdMinutes } = settings;
	if (isLocal) return;
	if (!isVapidSubject(vapidSubject)) yield REMEDIES['VAPID_SUBJECT'] ?? '';
	if (pushTestOrigin !== undefined) {
		yield 'PUSH_TEST_ORIGIN is for tests on this machine: take it away, or set ORIGIN to localhost.';
	}
	if (holdMinutes === 0)
		yield 'HOLD_MINUTES must be 1 or more: a mistake can be taken back so long.';
}

function refuse(problems: Iterable<string>): void {
	const found = [...problems];
	if (found.length > 0) throw new StartError(found.join('\n'));
}

/** What demo keys signed: the app trusts them itself, or only the edition has them. */
export interface SignedByDemo {
	readonly app: boolean;
	readonly edition: boolean;
}

/**
 * Throws if a build that trusts demo keys would serve readers. Anybody can make demo keys, so anybody
 * could send announcements. And if the edition alone is signed with them, as a build that is only to be
 * compared has it: no phone would take it, and readers would have nothing for offline.
 */
export function refuseDemoKeys(
	{ origin, isLocal }: ServerSettings,
	{ app, edition }: SignedByDemo
): void {
	if (isLocal || !(app || edition)) return;
	throw new StartError(
		app
			? `ORIGIN is ${origin}, but this build trusts demo keys, which prove nothing. ` +
					'Make keys of your own (docs/keys.md), or take ORIGIN and HOST away to try it on this machine.'
			: `ORIGIN is ${origin}, but the edition is signed with demo keys, so no phone would take it: ` +
					'npm run build -- --demo makes what is only to be compared. Sign it with --keys DIR, ' +
					'set PUBLISHED_DIR to one that is, or take ORIGIN and HOST away to try it on this machine.'
	);
}
