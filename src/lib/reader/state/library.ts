import type { Library } from '#lib/edition/library.ts';

let provided: Library | undefined;

/** Called once, by `hooks.client.ts` or `hooks.server.ts`: the two composition roots. */
export function provideLibrary(library: Library): void {
	provided = library;
}

export function library(): Library {
	if (!provided) throw new Error('The hooks must provide a library before any page loads');
	return provided;
}
