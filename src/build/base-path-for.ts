/** A path of letters that no host, shell or browser reads otherwise: `/handrail`, `/help/handrail`. */
const BASE_PATH = /^(\/[A-Za-z0-9_-][A-Za-z0-9._-]*){1,4}$/;

/**
 * Where the app is built to be served on its host: what `BASE_PATH` says, else the path of the
 * publisher's address. Throws where the two contradict each other, and for what is no such path.
 */
export function basePathFor(setting: string | undefined, address: string): `/${string}` | '' {
	const given = setting?.replace(/\/+$/, '');
	const published = new URL(address).pathname.replace(/\/+$/, '');
	const base = given ?? published;
	if (base !== '' && !isBasePath(base)) {
		throw new Error(
			`BASE_PATH must be a path such as /handrail, of letters, digits, dots and hyphens: "${base}" is not.`
		);
	}
	// an address without a path says on which host, and no more
	if (published !== '' && published !== base) {
		throw new Error(
			`BASE_PATH is "${base || '/'}", but publisher.json says that readers find the app at ${address}. ` +
				`Leave BASE_PATH away, or change the address.`
		);
	}
	return base === '' ? '' : base;
}

const isBasePath = (path: string): path is `/${string}` => BASE_PATH.test(path);
