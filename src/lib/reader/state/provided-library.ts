import type { Library } from '#lib/edition/library.ts';

let provided: Library | undefined;

/** Sets the library that pages read from. Called once, by `hooks.client.ts` or `hooks.server.ts`. */
export function provideLibrary(library: Library): void {
	provided = library;
}

export function library(): Library {
	if (!provided) throw new Error('The hooks must provide a library before any page loads');
	return provided;
}
