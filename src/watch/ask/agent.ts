import { isLoopbackHost } from '#lib/edition/address/is-loopback.ts';
import { Refusal } from '../../compiler/base/refusal.ts';

/** Who asks. A host that minds can write to somebody, and name us in its robots.txt. */
export interface Agent {
	/** The name that robots.txt may use. */
	readonly name: string;
	/** The whole `User-Agent` header. */
	readonly header: string;
}

const NAME = 'HandrailWatch';

interface Publisher {
	readonly name: string;
	readonly address: string;
}

/**
 * The agent of a publisher.
 *
 * @throws Refusal for the address of a demo: nobody could be reached there
 */
export function agentOf({ name, address }: Publisher, contact = address): Agent {
	const url = URL.canParse(contact) ? new URL(contact) : undefined;
	if (url === undefined || !['https:', 'http:', 'mailto:'].includes(url.protocol)) {
		throw new Refusal(`"${contact}" is no address: write https://… or mailto:… after --contact.`);
	}
	if (isLoopbackHost(url.hostname)) {
		throw new Refusal(
			`publisher.json has the address ${contact}, where no host that we ask could reach you. ` +
				'Set the public address there, or name one with --contact URL.'
		);
	}
	// a header holds ASCII, and brackets would end the remark
	const plain = name.normalize('NFKD').replaceAll(/[^\x20-\x7E]|[()\\]/g, '');
	return { name: NAME, header: `${NAME}/1 (${plain.trim()}; +${url.href})` };
}
