import * as v from 'valibot';
import { ManagementToken } from '#lib/push/subscription-request.ts';

/** The token of a phone, from `Authorization: Bearer`. `undefined` if there is no valid one. */
export function bearerToken({ headers }: Request): string | undefined {
	const given = /^bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
	return v.is(ManagementToken, given) ? given : undefined;
}
