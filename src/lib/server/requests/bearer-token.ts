import * as v from 'valibot';
import { ManagementToken } from '#lib/push/subscription-request.ts';

/** A phone's own token, from `Authorization: Bearer`. `undefined` where it is none. */
export function bearerToken({ headers }: Request): string | undefined {
	const given = /^bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
	return v.is(ManagementToken, given) ? given : undefined;
}
