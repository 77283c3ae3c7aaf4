import { isLoopbackHost } from '#lib/edition/address/is-loopback.ts';

/** Hosts that cannot exist on the internet. Apple answers 403 `BadJwtToken` to such a contact. */
const UNREACHABLE = /(^|\.)(invalid|test|local)$/;
const ADDRESS = /^[^\s@<>]+@([^\s@<>]+\.[^\s@<>]+)$/;

/**
 * Whether push services accept this contact (RFC 8292 §2.1): a `mailto:` or `https:` address whose host
 * can exist.
 */
export function isVapidSubject(subject: string): boolean {
	const host = hostOf(subject)?.toLowerCase();
	return host !== undefined && !UNREACHABLE.test(host) && !isLoopbackHost(host);
}

function hostOf(subject: string): string | undefined {
	if (subject.startsWith('mailto:')) return ADDRESS.exec(subject.slice('mailto:'.length))?.[1];
	if (!subject.startsWith('https://') || !URL.canParse(subject)) return undefined;
	return new URL(subject).hostname;
}
