import * as client from 'openid-client';
import { OneTimeSecrets } from './one-time-secrets.ts';
import { WAY_SECONDS, type SignInService } from './sign-in-service.ts';
import type { Account } from './account.ts';
import type { Entry, Team } from './team.ts';
import type { ServiceSettings } from './team-settings.ts';

const ANSWER_SECONDS = 10;

interface Way {
	readonly verifier: string;
	readonly state: string;
	readonly nonce: string;
}

type Answer = Awaited<ReturnType<typeof client.authorizationCodeGrant>>;
interface Address {
	readonly email?: unknown;
	readonly isVerified?: unknown;
}

const WRONG = { ok: false, code: 'wrong' } as const;

/**
 * OpenID Connect: another service says who somebody is, by a code with PKCE, state and nonce, each for one
 * browser and good once. It lets in whoever an owner has invited, and nobody else.
 */
export class OpenIdService implements SignInService {
	readonly name: string;
	readonly #settings: ServiceSettings;
	readonly #team: Team;
	readonly #back: string;
	/** By what the browser brings back. */
	readonly #ways: OneTimeSecrets<Way>;
	#found: client.Configuration | undefined;

	constructor(settings: ServiceSettings, team: Team, now: () => Date) {
		this.name = settings.name;
		this.#settings = settings;
		this.#team = team;
		this.#back = `${team.origin}/service/back`;
		this.#ways = new OneTimeSecrets(WAY_SECONDS * 1000, now);
	}

	async begin(): Promise<{ readonly location: string; readonly way: string }> {
		const config = await this.#find();
		const verifier = client.randomPKCECodeVerifier();
		const [state, nonce] = [client.randomState(), client.randomNonce()];
		const way = this.#ways.issue({ verifier, state, nonce });
		const location = client.buildAuthorizationUrl(config, {
			redirect_uri: this.#back,
			scope: 'openid email',
			code_challenge: await client.calculatePKCECodeChallenge(verifier),
			code_challenge_method: 'S256',
			state,
			nonce
		});
		return { location: location.href, way };
	}

	async finish(url: URL, secret: string | undefined, address: string): Promise<Entry> {
		const { guesses } = this.#team;
		const seconds = guesses.waitSeconds(address);
		if (seconds > 0) return { ok: false, code: 'too-many', seconds };
		const way = secret === undefined ? undefined : this.#ways.take(secret);
		const account = way && (await this.#personOf(url, way));
		if (!account) {
			guesses.countWrong(address);
			return WRONG;
		}
		return this.#team.enter(account, address, `signed in with ${this.name}`);
	}

	async #personOf(url: URL, way: Way): Promise<Account | undefined> {
		const answer = await this.#answerTo(url, way);
		const claims = answer?.claims();
		if (!answer || !claims) return undefined;
		const { accounts } = this.#team;
		const subject = `${claims.iss} ${claims.sub}`;
		const known = accounts.list().find((it) => it.subject === subject);
		if (known) return known;
		// the first time by an address that the service has seen to be theirs; from then on by who they are
		const { email, isVerified } = await this.#addressOf(answer, claims);
		if (typeof email !== 'string' || isVerified !== true) return undefined;
		const own = accounts.list().filter((it) => it.email.toLowerCase() === email.toLowerCase());
		const [account] = own;
		if (!account || own.length > 1 || account.subject !== undefined) return undefined;
		accounts.bindSubject(account.id, subject);
		return account;
	}

	/** `undefined`: not from this service, not for us, not for this browser, or not now. */
	async #answerTo(url: URL, way: Way): Promise<Answer | undefined> {
		return this.#orWarn(async (config) => {
			const here = new URL(this.#back);
			here.search = url.search;
			return client.authorizationCodeGrant(config, here, {
				pkceCodeVerifier: way.verifier,
				expectedState: way.state,
				expectedNonce: way.nonce,
				idTokenExpected: true
			});
		});
	}

	/** A service need not put it into the token: with a code, it is asked for (OpenID Connect Core, 5.4). */
	async #addressOf({ access_token: token }: Answer, claims: client.IDToken): Promise<Address> {
		const { sub, email, email_verified: isVerified } = claims;
		if (email !== undefined) return { email, isVerified };
		const said = await this.#orWarn(async (config) =>
			config.serverMetadata().userinfo_endpoint === undefined
				? undefined
				: client.fetchUserInfo(config, token, sub)
		);
		return { email: said?.email, isVerified: said?.email_verified };
	}

	async #orWarn<Said>(ask: (config: client.Configuration) => Promise<Said>) {
		try {
			return await ask(await this.#find());
		} catch (error) {
			// which of it was wrong is for who runs the server; the library's words have no secrets
			process.emitWarning(
				`${this.name}: ${error instanceof Error ? error.message : String(error)}`
			);
			return undefined;
		}
	}

	/** Asked once it is needed, and again if it did not answer: no start waits for it. */
	async #find(): Promise<client.Configuration> {
		const { issuer, clientId, clientSecret } = this.#settings;
		this.#found ??= await client.discovery(
			new URL(issuer),
			clientId,
			undefined,
			clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret),
			{
				timeout: ANSWER_SECONDS,
				execute: [
					// without it the library trusts TLS for what comes from the service itself
					client.enableNonRepudiationChecks,
					// settings allow it on this computer alone, where it is tried
					...(issuer.startsWith('http:') ? [client.allowInsecureRequests] : [])
				]
			}
		);
		return this.#found;
	}
}
