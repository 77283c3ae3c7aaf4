import * as v from 'valibot';
import { addressBlock, clientAddress } from '#lib/server/requests/client-address.ts';
import { createRateLimiter } from '#lib/server/rate-limits/rate-limiter.ts';
import type { Account } from '../team/account.ts';
import { WAY_SECONDS, type SignInService } from '../team/sign-in-service.ts';
import { editorOf, type Entry, type EntryRefusal, type Team } from '../team/team.ts';
import { entrances } from './call-input.ts';
import { cookieIn, type Asking, type Door, type Opened, type SentOn, type Visit } from './door.ts';

/** Its prefix keeps other hosts of the same site from setting it. */
const SESSION = '__Host-handrail-editor';
/** What a browser that was sent to another service must bring back. */
const ON_THE_WAY = '__Host-handrail-editor-way';

/** Questions without a session, a minute: a person asks a handful. */
const STRANGERS_A_MINUTE = 60;

const secure = (cookie: string, site: 'Strict' | 'Lax'): string =>
	`${cookie}; Path=/; HttpOnly; Secure; SameSite=${site}`;
const openedBy = (session: string): string => secure(`${SESSION}=${session}`, 'Strict');
const CLOSED = secure(`${SESSION}=; Max-Age=0`, 'Strict');

const STATUS: Readonly<Record<EntryRefusal['code'], number>> = {
	wrong: 401,
	'used-link': 410,
	'name-taken': 409,
	'needs-name': 422,
	'too-many': 429
};

const refused = (refusal: EntryRefusal): Opened => ({
	status: STATUS[refusal.code],
	body: { problem: refusal.code },
	...('seconds' in refusal && { retryAfter: refusal.seconds })
});

interface Options {
	/** How many proxies of ours are before the server. */
	readonly proxyHops: number;
	readonly now: () => Date;
	/** Absent: passkeys alone. */
	readonly service?: SignInService | undefined;
}

/** For a team: a passkey, or a service that says who somebody is, opens a session of one browser. */
export function teamDoor(team: Team, { proxyHops, now, service }: Options): Door {
	const strangers = createRateLimiter({ perMinute: STRANGERS_A_MINUTE }, () => now().getTime());
	/** Parsed, and not more often than a person asks. */
	const entrance =
		<Schema extends v.GenericSchema>(
			schema: Schema,
			act: (input: v.InferOutput<Schema>, visit: Visit) => Opened | Promise<Opened>
		) =>
		(input: unknown, visit: Visit): Opened | Promise<Opened> => {
			const seconds = strangers.take(visit.address);
			if (seconds > 0) return refused({ code: 'too-many', seconds });
			return act(v.parse(schema, input), visit);
		};
	const personOf = ({ cookies }: Visit): Account | undefined => {
		const secret = cookieIn(cookies, SESSION);
		const id = secret === undefined ? undefined : team.sessions.personOf(secret);
		return id === undefined ? undefined : team.accounts.find(id);
	};
	/** One session for one browser: that of whoever was here before ends. */
	const replaced = ({ cookies }: Visit): void => {
		const old = cookieIn(cookies, SESSION);
		if (old !== undefined) team.sessions.end(old);
	};
	const enter = (entry: Entry, visit: Visit): Opened => {
		if (!entry.ok) return refused(entry);
		replaced(visit);
		return { body: {}, cookie: openedBy(entry.session) };
	};

	return {
		open: {
			door: () => ({ body: { by: 'passkey', ...(service && { service: service.name }) } }),
			'sign-in-begin': entrance(entrances.nothing, () => ({
				body: { challenge: team.beginSignIn() }
			})),
			'sign-in': entrance(entrances.proof, async ({ proof }, visit) =>
				enter(await team.signIn(proof, visit.address), visit)
			),
			'join-begin': entrance(entrances.token, ({ token }, { address }) => {
				const begun = team.beginJoin(token, address);
				return begun.ok ? { body: begun.value } : refused(begun);
			}),
			join: entrance(entrances.join, async ({ token, made, self }, visit) =>
				enter(await team.join(token, made, self, visit.address), visit)
			),
			'sign-out': entrance(entrances.signOut, async ({ everywhere }, visit) => {
				const person = personOf(visit);
				replaced(visit);
				if (person && everywhere) team.sessions.endAll(person.id);
				if (person) {
					await team.log.append(editorOf(person), `signed out${everywhere ? ' everywhere' : ''}`);
				}
				return { body: {}, cookie: CLOSED };
			})
		},
		...(service && {
			ways: waysOf(service, replaced, ({ address }) => strangers.take(address) > 0)
		}),
		admit: (visit) => {
			const person = personOf(visit);
			return person && asking(person);
		},
		visit: ({ headers, socket }) => {
			const forwarded = headers['x-forwarded-for'];
			const forwardedFor = Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? null);
			const peer = socket.remoteAddress ?? '';
			const address = addressBlock(clientAddress({ peer, forwardedFor }, proxyHops));
			return { cookies: headers.cookie, address };
		}
	};
}

function asking(person: Account): Asking {
	const { id, roles, isOwner, passkeys, name } = person;
	return {
		...{ id, editor: editorOf(person), roles, isOwner },
		passkeys: passkeys.map(({ credential, publicKey }) => ({ name, credential, publicKey }))
	};
}

/** There, with what only this browser has; and back, with what the service says. */
function waysOf(
	service: SignInService,
	replaced: (visit: Visit) => void,
	isTooMuch: (visit: Visit) => boolean
): NonNullable<Door['ways']> {
	const ended = secure(`${ON_THE_WAY}=; Max-Age=0`, 'Lax');
	const refusedFor = (code: string): SentOn => ({
		location: `/?refused=${code}`,
		cookies: [ended]
	});
	return {
		'/service/begin': async (_, visit): Promise<SentOn> => {
			if (isTooMuch(visit)) return refusedFor('too-many');
			const begun = await service.begin().catch((error: unknown) => {
				// for who runs the server; the screen says that nobody answered
				process.emitWarning(error instanceof Error ? error : String(error));
				return undefined;
			});
			if (!begun) return refusedFor('failed');
			const { location, way } = begun;
			const cookie = secure(`${ON_THE_WAY}=${way}; Max-Age=${String(WAY_SECONDS)}`, 'Lax');
			return { location, cookies: [cookie] };
		},
		'/service/back': async (url, visit): Promise<SentOn> => {
			const entry = await service.finish(url, cookieIn(visit.cookies, ON_THE_WAY), visit.address);
			if (!entry.ok) return refusedFor(entry.code);
			replaced(visit);
			return { location: '/', cookies: [ended, openedBy(entry.session)] };
		}
	};
}
