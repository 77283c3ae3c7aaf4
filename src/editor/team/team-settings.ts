import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { isLoopbackHost, isLoopbackOrigin } from '#lib/edition/address/is-loopback.ts';
import { StartError } from '#lib/server/process/start-error.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
/** Passkeys and cookies of a team need TLS, but on this computer, where it is tried. */
const Address = v.pipe(
	v.string(),
	v.regex(/^(https:\/\/[^/\s?#@]+|http:\/\/localhost(:\d+)?)$/),
	v.url()
);

const Environment = v.object({
	EDITOR_TEAM: v.optional(v.picklist(['on', 'off']), 'off'),
	EDITOR_ORIGIN: v.optional(Address),
	EDITOR_HOST: v.optional(text),
	TRUST_PROXY: v.optional(v.pipe(v.string(), v.regex(/^[0-8]$/), v.transform(Number)), '1'),
	EDITOR_OIDC_ISSUER: v.optional(
		v.pipe(
			v.string(),
			v.url(),
			v.regex(/^https?:/),
			v.check((it) => it.startsWith('https:') || (URL.canParse(it) && isLoopbackOrigin(it)))
		)
	),
	EDITOR_OIDC_CLIENT_ID: v.optional(text),
	EDITOR_OIDC_CLIENT_SECRET: v.optional(text),
	EDITOR_OIDC_CLIENT_SECRET_FILE: v.optional(text),
	EDITOR_OIDC_NAME: v.optional(v.pipe(text, v.maxLength(40)))
});

const REMEDIES: Readonly<Record<string, string>> = {
	EDITOR_TEAM: 'EDITOR_TEAM must be on or off.',
	EDITOR_ORIGIN:
		'EDITOR_ORIGIN must be the address that the team opens, with https and without a path, such as https://edit.handrail.example.',
	EDITOR_HOST: 'EDITOR_HOST must be an address of this machine, such as 127.0.0.1.',
	TRUST_PROXY: 'TRUST_PROXY must be the number of proxies before the editor, 0 to 8.',
	EDITOR_OIDC_ISSUER:
		'EDITOR_OIDC_ISSUER must be the address of the service, such as https://login.example.org.',
	EDITOR_OIDC_CLIENT_ID: 'EDITOR_OIDC_CLIENT_ID must be what the service calls this editor.',
	EDITOR_OIDC_NAME: 'EDITOR_OIDC_NAME must be the name of the service, in 40 characters or fewer.'
};

/** A service that says who somebody is. */
export interface ServiceSettings {
	readonly issuer: string;
	readonly clientId: string;
	readonly clientSecret: string | undefined;
	readonly name: string;
}

export interface TeamSettings {
	readonly origin: string;
	/** Absent: the loopback addresses. */
	readonly host: string | undefined;
	readonly proxyHops: number;
	readonly service: ServiceSettings | undefined;
}

/** `undefined`: somebody works alone. Throws a `StartError` that says of each wrong setting what it must be. */
export function parseTeamSettings(
	environment: Readonly<Record<string, string | undefined>>
): TeamSettings | undefined {
	const given = Object.fromEntries(Object.entries(environment).filter(([, it]) => it !== ''));
	const read = v.safeParse(Environment, given);
	if (!read.success) {
		// who works alone has no use for the others
		if (given['EDITOR_TEAM'] === undefined || given['EDITOR_TEAM'] === 'off') return undefined;
		const names = new Set(read.issues.map((it) => v.getDotPath(it) ?? ''));
		throw new StartError([...names].map((name) => REMEDIES[name] ?? name).join('\n'));
	}
	const { EDITOR_TEAM, EDITOR_ORIGIN: origin, EDITOR_HOST: host, TRUST_PROXY } = read.output;
	if (EDITOR_TEAM === 'off') return undefined;
	if (origin === undefined) throw new StartError(REMEDIES['EDITOR_ORIGIN']);
	if (host !== undefined && !isLoopbackHost(host) && isLoopbackOrigin(origin)) {
		throw new StartError(
			`EDITOR_HOST is ${host}, where other computers can reach the editor, but EDITOR_ORIGIN is ${origin}. ${REMEDIES['EDITOR_ORIGIN'] ?? ''}`
		);
	}
	return { origin, host, proxyHops: TRUST_PROXY, service: serviceIn(read.output) };
}

function serviceIn(read: v.InferOutput<typeof Environment>): ServiceSettings | undefined {
	const { EDITOR_OIDC_ISSUER: issuer, EDITOR_OIDC_CLIENT_ID: clientId } = read;
	if (issuer === undefined) return undefined;
	if (clientId === undefined) throw new StartError(REMEDIES['EDITOR_OIDC_CLIENT_ID']);
	const file = read.EDITOR_OIDC_CLIENT_SECRET_FILE;
	const clientSecret =
		file === undefined ? read.EDITOR_OIDC_CLIENT_SECRET : readFileSync(file, 'utf8').trim();
	return { issuer, clientId, clientSecret, name: read.EDITOR_OIDC_NAME ?? new URL(issuer).host };
}
