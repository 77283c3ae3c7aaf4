import type { Door } from '../../core/contract/team.ts';
import { post, Refused } from './ask.ts';
import { makePasskeyFor, signFor } from './passkey.ts';

/** How it went: `passkey` is that the browser gave none, `failed` that nobody answered. */
export type Came = 'in' | 'wrong' | 'used-link' | 'name-taken' | 'too-many' | 'passkey' | 'failed';

/** Whoever opens an account that nobody has named yet. */
export interface Newcomer {
	readonly name: string;
	readonly email: string;
	readonly title: string;
}

export const howToComeIn = async (): Promise<Door> => (await post('door', {})) as Door;

export async function signIn(): Promise<Came> {
	return attempt(async () => {
		const { challenge } = (await post('sign-in-begin', {})) as { readonly challenge: string };
		const proof = await signFor(challenge).catch(() => undefined);
		if (!proof) return 'passkey';
		await post('sign-in', { proof });
		return 'in';
	});
}

/** What a link is for: somebody who is named, or whoever opens it. */
export interface OpenedLink {
	readonly challenge: string;
	readonly name?: string;
}

/** `undefined`: it opens nothing. */
export const openLink = (token: string): Promise<OpenedLink | undefined> =>
	post('join-begin', { token }).then(
		(it) => it as OpenedLink,
		() => undefined
	);

export async function join(
	token: string,
	{ challenge, name }: OpenedLink,
	self: Newcomer | undefined
): Promise<Came> {
	return attempt(async () => {
		const own = name ?? self?.name ?? '';
		const made = await makePasskeyFor(own, challenge).catch(() => undefined);
		if (!made) return 'passkey';
		await post('join', { token, made, ...(self && { self }) });
		return 'in';
	});
}

export const signOut = (everywhere: boolean): Promise<unknown> => post('sign-out', { everywhere });

const KNOWN: readonly Came[] = ['wrong', 'used-link', 'name-taken', 'too-many'];

async function attempt(act: () => Promise<Came>): Promise<Came> {
	try {
		return await act();
	} catch (error) {
		const problem = error instanceof Refused ? error.problem : '';
		return KNOWN.find((it) => it === problem) ?? 'failed';
	}
}
